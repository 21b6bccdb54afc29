package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.jobs.JobView;
import io.fairpatch.jobs.Scenarios;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scenarios: plans some, reads what came of them, makes one a proposal. */
@Tag(name = "scenarios")
@Controller("/api/v1/scenarios")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiScenarios {
    private final Site site;
    private final Scenarios scenarios;
    private final Once once;

    ApiScenarios(Site site, Scenarios scenarios, Once once) {
        this.site = site;
        this.scenarios = scenarios;
        this.once = once;
    }

    /** What to plan, each as {@code mode:option=value,...}; none is rebalance, from-scratch and quarterly. */
    @Serdeable
    record CompareRequestJson(@Nullable List<String> scenarios, @Nullable Long seed) {}

    /** All scenarios on the newest copy of the org that has any. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    PageJson<ScenarioJson> list() {
        var all = scenarios.newest(site.org()).stream().map(ScenarioJson::of).toList();
        return new PageJson<>(all, all.size(), null);
    }

    /** One scenario. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{id}")
    ScenarioJson one(long id) {
        return ScenarioJson.of(scenarios.get(site.org(), id));
    }

    /** Plans scenarios; the answer's Location is the job to watch. */
    @Needs(Action.PLAN)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobJson.class)))
    @Post
    HttpResponse<String> compare(
            HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, @Body CompareRequestJson body) {
        List<String> wanted = body.scenarios() == null ? List.of() : body.scenarios();
        long seed = body.seed() == null ? 1 : body.seed();
        return once.run(request, who, body, () -> accepted(scenarios.compare(site.org(), wanted, seed, who.person())));
    }

    /** Makes the scenario's plan a proposal; the answer's Location is the job to watch. */
    @Needs(Action.PROPOSE)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobJson.class)))
    @Post("/{id}/propose")
    HttpResponse<String> propose(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, long id) {
        return once.run(request, who, null, () -> accepted(scenarios.propose(site.org(), id, who.person())));
    }

    private static Once.Done accepted(JobView job) {
        return new Once.Done(202, JobJson.of(job), null, "/api/v1/jobs/" + job.id());
    }
}
