package io.fairpatch.score;

import io.fairpatch.config.ScoringConfig;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Picklist values to our industry names, any case; a value without a mapping stands for itself. */
final class Industries {
    static final String UNKNOWN = "Unknown industry";

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> targets = new HashSet<>();

    Industries(ScoringConfig config) {
        config.industries().forEach((value, name) -> names.put(key(value), name));
        config.targetIndustries().forEach(name -> targets.add(key(name)));
    }

    String name(@Nullable String picklistValue) {
        if (picklistValue == null || picklistValue.isBlank()) {
            return UNKNOWN;
        }
        return names.getOrDefault(key(picklistValue), picklistValue.strip());
    }

    boolean isTarget(String industry) {
        return targets.contains(key(industry));
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
