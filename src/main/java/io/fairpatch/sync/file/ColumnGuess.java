package io.fairpatch.sync.file;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Guesses which field a column of a file is, by its name. */
public final class ColumnGuess {
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("company", "name"),
            Map.entry("companyname", "name"),
            Map.entry("account", "name"),
            Map.entry("accountname", "name"),
            Map.entry("user", "name"),
            Map.entry("rep", "name"),
            Map.entry("website", "domain"),
            Map.entry("url", "domain"),
            Map.entry("salesforceid", "id"),
            Map.entry("recordid", "id"),
            Map.entry("mail", "email"),
            Map.entry("headcount", "employees"),
            Map.entry("numberofemployees", "employees"),
            Map.entry("arr", "currentRevenue"),
            Map.entry("annualrevenue", "companyRevenue"),
            Map.entry("zip", "postalCode"),
            Map.entry("intentscore", "intent"),
            Map.entry("opportunityname", "name"),
            Map.entry("annualquota", "quota"),
            Map.entry("target", "quota"));

    private ColumnGuess() {}

    /** The field of this kind of file; empty when no field is called so. */
    public static String field(ImportKind kind, String column) {
        var plain = plain(column);
        var other = OTHER_NAMES.getOrDefault(plain, "");
        return Stream.of(plain, plain("account" + plain), plain(other), plain("account" + other))
                .flatMap(name ->
                        fields(kind).stream().filter(field -> plain(field).equals(name)))
                .findFirst()
                .orElse("");
    }

    /** Every field such a file may have, those that say whom a row is about first. */
    public static List<String> fields(ImportKind kind) {
        return Stream.concat(
                        kind.keys().stream(),
                        kind.fields().keySet().stream()
                                .filter(field -> !kind.keys().contains(field))
                                .sorted())
                .toList();
    }

    /** A name for a column that is kept as it is: "Intent score" becomes intentScore. */
    public static String own(String column) {
        var name = new StringBuilder();
        for (var word : column.strip().split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                name.append(
                        name.isEmpty()
                                ? word.toLowerCase(Locale.ROOT)
                                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        return name.toString();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
