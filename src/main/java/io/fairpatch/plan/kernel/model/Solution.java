package io.fairpatch.plan.kernel.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the optimiser. Amounts in millionths.
 *
 * @param choice the chosen option of each unit
 * @param cost the plan's exact cost
 * @param bound no plan of this problem costs less; null when none is known or no plan exists
 * @param prices one price per band (cost per load), to start the next run from
 * @param violations the bands the plan breaks; empty when feasible
 * @param steps the deterministic steps taken; the same problem, seed and steps give the same answer
 * @param why sentences for a person: what clashes, or what the search could not settle
 */
public record Solution(
        Status status,
        int[] choice,
        long cost,
        @Nullable Long bound,
        double[] prices,
        List<Violation> violations,
        long steps,
        List<String> why) {

    /** {@code (cost - bound) / max(|cost|, 1e-9)}, or null without a bound or a feasible plan. */
    public @Nullable Double gap() {
        if (bound == null || status != Status.FEASIBLE) {
            return null;
        }
        double units = Math.max(Math.abs(cost / (double) Scale.ONE), 1e-9);
        return (cost - bound) / (double) Scale.ONE / units;
    }
}
