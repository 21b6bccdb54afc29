package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What accounts can be grouped by. */
enum Dimension {
    REGION("region", entry -> entry.profile().region()),
    INDUSTRY("industry", entry -> entry.profile().industry()),
    SIZE("company size", entry -> entry.profile().size().words()),
    VALUE("value band", entry -> entry.profile().value().words()),
    GROWTH("growth", entry -> entry.profile().growth().words()),
    TIER("tier", entry -> "tier " + AccountRows.tier(entry)),
    KIND("kind", entry -> entry.score().customer() ? "customer" : "prospect"),
    ROLE("recommended role", entry -> entry.profile().play().role()),
    TYPE("account type", entry -> Optional.ofNullable(entry.account().type()).orElse(""));

    /** No second or third dimension. */
    static final String NONE = "none";

    private final String words;
    private final Function<Entry, String> value;

    Dimension(String words, Function<Entry, String> value) {
        this.words = words;
        this.value = value;
    }

    String words() {
        return words;
    }

    String of(Entry entry) {
        String text = value.apply(entry);
        return text.isBlank() ? "unknown" : text;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Dimension of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Keys of all, the usual one first, for a choice. */
    static String[] others(String... first) {
        var keys = new LinkedHashSet<>(List.of(first));
        for (Dimension dimension : values()) {
            keys.add(dimension.key());
        }
        return keys.stream().skip(1).toArray(String[]::new);
    }
}
