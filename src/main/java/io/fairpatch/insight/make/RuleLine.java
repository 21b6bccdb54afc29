package io.fairpatch.insight.make;

import org.jspecify.annotations.Nullable;

/**
 * A rule in force.
 *
 * @param area what it decides on; of one area exactly one rule holds for an account where {@code accounts} is known
 * @param when the condition
 * @param then what follows
 * @param place file and key it stands at
 * @param accounts it decides on now, null when it is not about single accounts
 */
record RuleLine(String area, String when, String then, String place, @Nullable Long accounts) {
    static RuleLine of(String area, String when, String then, String place) {
        return new RuleLine(area, when, then, place, null);
    }
}
