package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.CommitRun;
import io.fairpatch.commit.CommitService;
import io.fairpatch.jobs.Commits;
import io.fairpatch.review.ProposalQueries;
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
import org.jspecify.annotations.Nullable;

/** Commits: starts one, and tells what became of it. */
@Tag(name = "commits")
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiCommits {
    private final Site site;
    private final ProposalQueries proposals;
    private final CommitQueries runs;
    private final Commits commits;
    private final CommitService service;
    private final Once once;

    ApiCommits(
            Site site,
            ProposalQueries proposals,
            CommitQueries runs,
            Commits commits,
            CommitService service,
            Once once) {
        this.site = site;
        this.proposals = proposals;
        this.runs = runs;
        this.commits = commits;
        this.service = service;
        this.once = once;
    }

    /** What the caller saw approved: nothing else is written. {@code insist}: in quiet hours too. */
    @Serdeable
    record CommitRequestJson(@Nullable Integer version, @Nullable String fingerprint, @Nullable Boolean insist) {}

    /** Writes the approved lines; the answer's Location is the job to watch. */
    @Needs(Action.COMMIT)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = CommitJson.class)))
    @Post("/proposals/{id}/commits")
    HttpResponse<String> start(
            HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, String id, @Body CommitRequestJson body) {
        int version = Given.required("version", body.version());
        String fingerprint = Given.required("fingerprint", body.fingerprint());
        return once.run(request, who, body, () -> {
            var started = commits.start(
                    site.org(), id, version, fingerprint, who.person(), Boolean.TRUE.equals(body.insist()));
            return new Once.Done(
                    202,
                    json(started.run()),
                    null,
                    "/api/v1/jobs/" + started.job().id());
        });
    }

    /** All commits of a proposal, newest first. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/proposals/{id}/commits")
    PageJson<CommitJson> list(String id) {
        String known = proposals.get(site.org(), id).id();
        var all = runs.runs(site.org(), known).stream().map(this::json).toList();
        return new PageJson<>(all, all.size(), null);
    }

    /** One commit. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/commits/{run}")
    CommitJson one(String run) {
        return json(runs.run(site.org(), run));
    }

    /** Asks a commit to stop after the batch that is being written; one that has ended is left as it is. */
    @Needs(Action.COMMIT)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = CommitJson.class)))
    @Post("/commits/{run}/stop")
    HttpResponse<String> stop(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, String run) {
        return once.run(
                request,
                who,
                null,
                () -> new Once.Done(202, json(service.requestStop(site.org(), run, who.person())), null, null));
    }

    private CommitJson json(CommitRun run) {
        return CommitJson.of(run, runs.counts(run.org(), run.id()), runs.causes(run.org(), run.id()));
    }
}
