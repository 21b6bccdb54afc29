package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.model.Opportunity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** What deals can be grouped by: facts of their account, and their own. */
enum DealDimension {
    REGION("region", (land, entry, deal) -> Dimension.REGION.of(entry)),
    INDUSTRY("industry", (land, entry, deal) -> Dimension.INDUSTRY.of(entry)),
    SIZE("company size", (land, entry, deal) -> Dimension.SIZE.of(entry)),
    TECH("tech stack", (land, entry, deal) -> land.signals()
            .techStack()
            .getOrDefault(entry.account().id(), "unknown")),
    SOURCE("deal source", (land, entry, deal) -> land.signals().source().getOrDefault(deal.id(), "unknown")),
    PERSONA("buyer persona", (land, entry, deal) -> land.signals().persona().getOrDefault(deal.id(), "unknown")),
    KIND("kind", (land, entry, deal) -> Dimension.KIND.of(entry)),
    TYPE("account type", (land, entry, deal) -> Dimension.TYPE.of(entry));

    /** Reads the value of a deal. */
    private interface Reading {
        String of(Landscape land, Entry entry, Opportunity deal);
    }

    static final String NONE = Dimension.NONE;

    private final String words;
    private final Reading value;

    DealDimension(String words, Reading value) {
        this.words = words;
        this.value = value;
    }

    String words() {
        return words;
    }

    String of(Landscape land, Entry entry, Opportunity deal) {
        return value.of(land, entry, deal);
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
