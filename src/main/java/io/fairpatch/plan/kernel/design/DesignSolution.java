package io.fairpatch.plan.kernel.design;

import io.fairpatch.plan.kernel.model.Status;
import io.fairpatch.plan.kernel.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Territories drawn from scratch.
 *
 * @param territory of each area
 * @param center of each territory: one of its areas; -1 for a territory without area
 * @param cost in units of cost
 * @param bound no drawing costs less; null when unknown
 * @param violations with the territory in place of the agent
 */
public record DesignSolution(
        Status status,
        int[] territory,
        int[] center,
        double cost,
        @Nullable Double bound,
        List<Violation> violations,
        long steps,
        List<String> why) {

    /** {@code (cost - bound) / max(|cost|, 1e-9)}, or null without a bound or a feasible drawing. */
    public @Nullable Double gap() {
        return bound == null || status != Status.FEASIBLE ? null : (cost - bound) / Math.max(Math.abs(cost), 1e-9);
    }
}
