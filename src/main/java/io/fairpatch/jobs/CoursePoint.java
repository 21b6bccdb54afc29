package io.fairpatch.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Where the making of a plan stood.
 *
 * @param seconds since it began
 * @param cost of the best plan that keeps all rules, cents a year; null while there was none
 * @param bound no plan costs less, cents a year; null while unknown
 */
public record CoursePoint(double seconds, @Nullable Double cost, @Nullable Double bound) {
    /** How far the plan is from the best possible at most, a share of its cost; null when unknown. */
    public @Nullable Double gap() {
        return cost == null || bound == null ? null : Math.max(0, (cost - bound) / Math.max(1e-9, Math.abs(cost)));
    }
}
