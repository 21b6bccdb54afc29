package io.fairpatch.plan.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a scenario does. Its word is what people write, in commands and calls alike. */
public enum Mode {
    REBALANCE("rebalance", "Rebalance", "Even books with the fewest moves that pay"),
    FROM_SCRATCH("from-scratch", "From scratch", "As if nobody had any account but the named ones"),
    GEOGRAPHY("geography", "By geography", "From scratch, by distance alone"),
    INDUSTRY("industry", "By industry", "From scratch, few industries a rep"),
    SIZE("size", "By size", "From scratch, few sizes of company a rep"),
    HYBRID("hybrid", "Hybrid", "From scratch, distance, industry and size together"),
    SCALE("scale", "More reps", "New reps take accounts; protected books stay as they are", "reps", "ramp"),
    LEAVER(
            "leaver",
            "A rep leaves",
            "Only the accounts of the leaver move; with nobody named, of those who left",
            "rep"),
    SURGE("surge", "Surge", "Only accounts that surge move, to whoever has room", "industry", "state", "by"),
    QUARTERLY("quarterly", "Quarterly", "A small correction: 5 % of accounts may move", "share"),
    ANNUAL("annual", "Annual", "No limit on moves; relationships still count");

    private static final List<String> FOR_ALL = Stream.concat(
                    Stream.of("protect", "moves", "band"),
                    Arrays.stream(Goal.values()).map(Goal::word))
            .toList();

    private final String word;
    private final String title;
    private final String purpose;
    private final List<String> own;

    Mode(String word, String title, String purpose, String... own) {
        this.word = word;
        this.title = title;
        this.purpose = purpose;
        this.own = List.of(own);
    }

    public static Optional<Mode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word.equals(word)).findFirst();
    }

    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** What it is for, one sentence without its full stop. */
    public String purpose() {
        return purpose;
    }

    /** The options that can be set on it. */
    public List<String> options() {
        return Stream.concat(own.stream(), FOR_ALL.stream()).toList();
    }
}
