package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.jobs.Boards;
import io.fairpatch.jobs.JobView;
import io.fairpatch.jobs.Plans;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Plans as made: how good they are, what holds them back, and why each move is made. */
@Tag(name = "plans")
@Controller("/api/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiPlans {
    private static final int RECENT = 50;

    private final Site site;
    private final Plans plans;
    private final Boards boards;
    private final Once once;

    ApiPlans(Site site, Plans plans, Boards boards, Once once) {
        this.site = site;
        this.plans = plans;
        this.boards = boards;
        this.once = once;
    }

    /** The last plans in short, the newest first. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    PageJson<PlanSummaryJson> list() {
        var recent = plans.recent(site.org(), RECENT).stream()
                .map(PlanSummaryJson::of)
                .toList();
        return new PageJson<>(recent, recent.size(), null);
    }

    /** What choices by hand would do to the plan; it stays as it is. */
    @Needs(Action.PLAN)
    @Post("/{id}/what-if")
    LookJson tryOut(long id, @Body HandsJson body) {
        return LookJson.of(boards.look(site.org(), id, body.read()));
    }

    /** Plans the rest again around choices by hand, every one of them kept; the answer's Location is the job to watch. */
    @Needs(Action.PLAN)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobJson.class)))
    @Post("/{id}/replan")
    HttpResponse<String> replan(
            HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, long id, @Body HandsJson body) {
        return once.run(request, who, body, () -> {
            JobView job = plans.replan(site.org(), id, body.read(), who.person());
            return new Once.Done(202, JobJson.of(job), null, "/api/v1/jobs/" + job.id());
        });
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
