package io.fairpatch.sync.file;

import io.fairpatch.sync.Dates;
import io.fairpatch.sync.Numbers;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of a file holds, and how it is kept. */
enum ValueType {
    TEXT("text of at most 4,000 characters"),
    /** In units; kept in whole cents. */
    MONEY("an amount without grouping, as 1234.50"),
    COUNT("a whole number"),
    NUMBER("a number"),
    /** 0 to 100. */
    SCORE("a number from 0 to 100"),
    LATITUDE("degrees from -90 to 90"),
    LONGITUDE("degrees from -180 to 180"),
    DATE("a date, as 2026-01-31"),
    FLAG("true or false"),
    /** Separated by semicolons. */
    WORDS("words separated by semicolons");

    private static final int LONGEST = 4_000;

    private final String wanted;

    ValueType(String wanted) {
        this.wanted = wanted;
    }

    /** What would fit, in a person's words. */
    String wanted() {
        return wanted;
    }

    /** The value as it is kept, or empty when it does not fit. Never given an empty text. */
    Optional<String> kept(String text) {
        return switch (this) {
            case TEXT -> Optional.of(text).filter(value -> value.length() <= LONGEST);
            case MONEY ->
                Optional.of(Numbers.cents(text)).filter(Numbers::known).map(String::valueOf);
            case COUNT ->
                Optional.of(Numbers.count(text)).filter(Numbers::known).map(String::valueOf);
            case NUMBER -> number(text);
            case SCORE -> number(text, 0, 100);
            case LATITUDE -> number(text, -90, 90);
            case LONGITUDE -> number(text, -180, 180);
            case DATE -> Optional.of(Dates.day(text)).filter(day -> !day.isEmpty());
            case FLAG -> flag(text.toLowerCase(Locale.ROOT));
            case WORDS ->
                Optional.of(Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(";")));
        };
    }

    private static Optional<String> number(String text, double least, double most) {
        return number(text).filter(kept -> {
            double value = Double.parseDouble(kept);
            return value >= least && value <= most;
        });
    }

    private static Optional<String> number(String text) {
        double value = Numbers.number(text);
        return Double.isNaN(value) ? Optional.empty() : Optional.of(Double.toString(value));
    }

    private static Optional<String> flag(String text) {
        return switch (text) {
            case "true", "1", "yes", "y" -> Optional.of("true");
            case "false", "0", "no", "n" -> Optional.of("false");
            default -> Optional.empty();
        };
    }
}
