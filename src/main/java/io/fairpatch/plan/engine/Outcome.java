package io.fairpatch.plan.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the engine found.
 *
 * @param assignment seats by unit
 * @param duals what room and moves cost
 * @param boundCents no plan within bands, caps and the limit on moves costs less; null when none is known
 * @param core the few seats worth trying for each unit by the prices, its own included
 * @param steps taken by the kernel; the same problem, seed and steps give the same outcome
 * @param cutShort whether the guard on time ended it, so that a faster machine may find another plan
 */
public record Outcome(
        int[] assignment, Duals duals, @Nullable Long boundCents, Candidates core, long steps, boolean cutShort) {}
