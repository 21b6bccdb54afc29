package io.fairpatch.plan.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Where a run may start.
 *
 * @param prices one per band, as in {@code Solution.prices}; null for none
 * @param choice one option of the given problem per unit, for example today's owners; null for none
 */
public record Warm(double @Nullable [] prices, int @Nullable [] choice) {
    /** From scratch. */
    public static final Warm NONE = new Warm(null, null);
}
