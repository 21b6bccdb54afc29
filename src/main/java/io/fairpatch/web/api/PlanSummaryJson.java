package io.fairpatch.web.api;

import io.fairpatch.jobs.PlanSummary;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A plan in short. Money in cents a year.
 *
 * @param compared whether it was only made to be compared
 */
@Serdeable
record PlanSummaryJson(
        long id,
        String scenario,
        long seed,
        String madeBy,
        Instant madeAt,
        String status,
        int moves,
        double costCents,
        @Nullable Double gap,
        boolean compared) {
    static PlanSummaryJson of(PlanSummary plan) {
        return new PlanSummaryJson(
                plan.id(),
                plan.scenario(),
                plan.seed(),
                plan.madeBy(),
                plan.madeAt(),
                plan.feasible() ? "feasible" : "infeasible",
                plan.moves(),
                plan.costCents(),
                plan.gap(),
                plan.compared());
    }
}
