package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.jobs.Plans;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Plans as made: how good they are, what holds them back, and why each move is made. */
@Tag(name = "plans")
@Controller("/api/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiPlans {
    private final Site site;
    private final Plans plans;

    ApiPlans(Site site, Plans plans) {
        this.site = site;
        this.plans = plans;
    }

    /** One plan. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{id}")
    PlanJson one(long id) {
        return PlanJson.of(plans.get(site.org(), id));
    }

    /** Why the plan moves an account. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{id}/moves/{account}")
    MoveWhyJson move(long id, String account) {
        return MoveWhyJson.of(plans.move(site.org(), id, Given.account(account)));
    }
}
