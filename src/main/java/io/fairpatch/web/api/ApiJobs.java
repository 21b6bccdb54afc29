package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.access.Rights;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.jobs.JobView;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.OpenToSignedIn;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.page.RunBars;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Runs: where they stand, their progress as it happens, and stopping one. */
@Tag(name = "jobs")
@Controller("/api/v1/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiJobs {
    private static final int NEWEST = 50;
    private static final Set<JobKind> STARTED_HERE = Set.of(JobKind.SYNC, JobKind.SCORE, JobKind.PLAN, JobKind.PROPOSE);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Site site;
    private final Jobs jobs;
    private final Once once;

    ApiJobs(Site site, Jobs jobs, Once once) {
        this.site = site;
        this.jobs = jobs;
        this.once = once;
    }

    /** The newest runs, newest first. */
    @OpenToSignedIn
    @Get
    PageJson<JobJson> list() {
        var all = jobs.recent(site.org().value(), NEWEST).stream()
                .map(JobJson::of)
                .toList();
        return new PageJson<>(all, all.size(), null);
    }

    /** One run. */
    @OpenToSignedIn
    @Get("/{id}")
    JobJson one(UUID id) {
        return JobJson.of(ours(id));
    }

    /** Its progress as server-sent events; ends when the run does. */
    @OpenToSignedIn
    @Get("/{id}/events")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<JobJson>> events(UUID id) {
        JobView first = ours(id);
        return Flux.interval(Duration.ZERO, LOOK, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .map(tick -> jobs.find(id).orElse(first))
                .distinctUntilChanged()
                .takeUntil(job -> job.state().finished())
                .map(job -> Event.of(JobJson.of(job)).name("progress"));
    }

    /** What to start: SYNC, SCORE, PLAN or PROPOSE; COMPARE and COMMIT have calls of their own. */
    @Serdeable
    record StartJson(@Nullable String kind) {}

    /** Starts a step of the story; the answer's Location is the job to watch. */
    @Needs({Action.SYNC, Action.PLAN, Action.PROPOSE})
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobJson.class)))
    @Post
    HttpResponse<String> start(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, @Body StartJson body) {
        JobKind kind = QueryValues.choice("kind", Given.text("kind", body.kind(), 20), JobKind.values());
        if (!STARTED_HERE.contains(kind)) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "A run of kind " + kind + " is not started here")
                    .at("/kind")
                    .maybe("use POST /scenarios to compare, POST /proposals/{id}/commits to commit")
                    .exception();
        }
        Rights.require(who.person(), RunBars.needed(kind));
        return once.run(request, who, body, () -> {
            JobView job =
                    jobs.submit(site.org().value(), kind, "{}", who.person().name());
            return new Once.Done(202, JobJson.of(job), null, "/api/v1/jobs/" + job.id());
        });
    }

    /** Asks it to stop at its next safe point. */
    @OpenToSignedIn
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobJson.class)))
    @Post("/{id}/stop")
    HttpResponse<String> stop(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, UUID id) {
        Rights.require(who.person(), RunBars.needed(ours(id).kind()));
        return once.run(request, who, null, () -> {
            jobs.requestStop(id);
            return new Once.Done(202, JobJson.of(ours(id)), null, "/api/v1/jobs/" + id);
        });
    }

    /** Has a search rest at its next safe point. */
    @OpenToSignedIn
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobJson.class)))
    @Post("/{id}/pause")
    HttpResponse<String> pause(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, UUID id) {
        return rest(request, who, id, true);
    }

    /** Has a search that rests go on. */
    @OpenToSignedIn
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobJson.class)))
    @Post("/{id}/resume")
    HttpResponse<String> resume(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, UUID id) {
        return rest(request, who, id, false);
    }

    private HttpResponse<String> rest(HttpRequest<?> request, SignedIn who, UUID id, boolean pause) {
        Rights.require(who.person(), RunBars.needed(ours(id).kind()));
        return once.run(request, who, null, () -> {
            jobs.pause(id, pause);
            return new Once.Done(202, JobJson.of(ours(id)), null, "/api/v1/jobs/" + id);
        });
    }

    private JobView ours(UUID id) {
        return jobs.find(id)
                .filter(job -> job.orgId().equals(site.org().value()))
                .orElseThrow(() -> Problem.of(ErrorCode.PAGE_NOT_FOUND, "There is no job " + id)
                        .maybe("look for it in GET /api/v1/jobs")
                        .exception());
    }
}
