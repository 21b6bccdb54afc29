package io.fairpatch.jobs;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.store.Snapshot;
import io.micronaut.context.BeanLocator;
import java.time.Instant;
import java.util.List;

/** Keeps a plan as the job that made it would. */
public final class KeptPlan {
    private KeptPlan() {}

    /** Answers the plan's number. */
    public static long of(BeanLocator beans, SalesforceId org, PlanInput input, Plan plan) {
        var copy = new Snapshot(org, 1, Instant.EPOCH, input.today(), List.of(), List.of(), List.of(), List.of());
        return beans.getBean(PlanRuns.class)
                .save(input, copy, null, false, "olga", plan, List.of())
                .id();
    }
}
