package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.model.Opportunity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** What deals can be grouped by: facts of their account, and their own. */
enum DealDimension {
    REGION("region", (entry, deal) -> Dimension.REGION.of(entry)),
    INDUSTRY("industry", (entry, deal) -> Dimension.INDUSTRY.of(entry)),
    SIZE("company size", (entry, deal) -> Dimension.SIZE.of(entry)),
    KIND("kind", (entry, deal) -> Dimension.KIND.of(entry)),
    TYPE("account type", (entry, deal) -> Dimension.TYPE.of(entry));

    static final String NONE = Dimension.NONE;

    private final String words;
    private final BiFunction<Entry, Opportunity, String> value;

    DealDimension(String words, BiFunction<Entry, Opportunity, String> value) {
        this.words = words;
        this.value = value;
    }

    String words() {
        return words;
    }

    String of(Entry entry, Opportunity deal) {
        return value.apply(entry, deal);
    }

    static DealDimension of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Keys of all but the first given, the others given before the rest, for a choice. */
    static String[] others(String... first) {
        var keys = new LinkedHashSet<>(List.of(first));
        for (DealDimension dimension : values()) {
            keys.add(dimension.name().toLowerCase(Locale.ROOT));
        }
        return keys.stream().skip(1).toArray(String[]::new);
    }
}
