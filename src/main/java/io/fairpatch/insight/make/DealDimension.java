package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What deals can be grouped by: facts of their account, and their own. */
enum DealDimension {
    REGION("region", "", (land, entry, deal) -> Dimension.REGION.of(entry)),
    INDUSTRY("industry", "", (land, entry, deal) -> Dimension.INDUSTRY.of(entry)),
    SIZE("company size", "", (land, entry, deal) -> Dimension.SIZE.of(entry)),
    TECH(
            "tech stack",
            "map techStack of accounts in mapping.yml, or bring it in with ./fairpatch import signals",
            (land, entry, deal) ->
                    known(land.signals().techStack(), entry.account().id())),
    SOURCE(
            "deal source",
            "map leadSource of opportunities in mapping.yml",
            (land, entry, deal) -> known(land.signals().source(), deal.id())),
    PERSONA(
            "buyer persona",
            "give opportunities contact roles, or their contacts a title",
            (land, entry, deal) -> known(land.signals().persona(), deal.id())),
    KIND("kind", "", (land, entry, deal) -> Dimension.KIND.of(entry)),
    TYPE("account type", "", (land, entry, deal) -> Dimension.TYPE.of(entry));

    /** Reads the value of a deal. */
    private interface Reading {
        String of(Landscape land, Entry entry, Opportunity deal);
    }

    static final String NONE = Dimension.NONE;
    static final String UNKNOWN = "unknown";

    private final String words;
    private final String remedy;
    private final Reading value;

    DealDimension(String words, String remedy, Reading value) {
        this.words = words;
        this.remedy = remedy;
        this.value = value;
    }

    String words() {
        return words;
    }

    /** How to have it known where it is {@value #UNKNOWN}; empty where the org always says it. */
    String remedy() {
        return remedy;
    }

    private static String known(Map<SalesforceId, String> values, SalesforceId id) {
        return values.getOrDefault(id, UNKNOWN);
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
