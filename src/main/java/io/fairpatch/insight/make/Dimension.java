package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** Accounts by their value in the dimension that is set, or in two; in order of it. */
    static Map<String, List<Entry>> groups(Landscape land, Settings settings) {
        var by = of(settings.text("by"));
        String then = settings.text("then");
        return land.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> then.equals(NONE) ? by.of(entry) : by.of(entry) + " / " + of(then).of(entry),
                        TreeMap::new,
                        Collectors.toList()));
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
