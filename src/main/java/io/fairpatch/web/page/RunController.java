package io.fairpatch.web.page;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.JobState;
import io.fairpatch.jobs.JobView;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.OpenToSignedIn;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.view.CourseChart;
import io.fairpatch.web.view.Onward;
import io.fairpatch.web.view.Shell.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs: the thin bar, a page each, and stopping one. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunController {
    private final Site site;
    private final Jobs jobs;
    private final ProposalQueries proposals;
    private final Shells shells;

    RunController(Site site, Jobs jobs, ProposalQueries proposals, Shells shells) {
        this.proposals = proposals;
        this.site = site;
        this.jobs = jobs;
        this.shells = shells;
    }

    /** The thin bar alone, asked for again and again while something runs. */
    @OpenToSignedIn
    @Get("/run")
    HttpResponse<?> bar(HttpRequest<?> request, SignedIn who) {
        return Pages.part("part/run", Map.of("shell", shells.frame(request, who, "Run")));
    }

    @OpenToSignedIn
    @Get("/runs/{id}")
    HttpResponse<?> run(HttpRequest<?> request, SignedIn who, UUID id) {
        JobView job = ours(id);
        return Pages.show(
                request,
                "page/run",
                Map.of(
                        "shell",
                        shells.frame(request, who, job.kind().label()),
                        "job",
                        job,
                        "course",
                        new CourseChart(jobs.course(id)),
                        "running",
                        !job.state().finished(),
                        "next",
                        next(job, who.person())));
    }

    /** Where to look at what the run made. */
    private Optional<Onward> next(JobView job, Person person) {
        if (job.state() != JobState.DONE || !person.may(Action.VIEW_PROPOSALS)) {
            return Optional.empty();
        }
        return switch (job.kind()) {
            case PLAN -> Optional.of(new Onward("Look at the plan", "/plans"));
            case SYNC, SCORE -> Optional.of(new Onward("See the accounts", "/accounts"));
            case PROPOSE ->
                proposals
                        .madeBy(site.org(), job.id())
                        .map(made -> new Onward("Look at the proposal", "/proposals/" + made.id()));
            case COMPARE -> Optional.of(new Onward("Compare the scenarios", "/scenarios"));
            case COMMIT -> Optional.of(new Onward("See the receipts", "/commits"));
        };
    }

    /** Starts one of the steps of the story; a commit has its own page, where one sees what it would write. */
    @Needs({Action.SYNC, Action.PLAN, Action.PROPOSE})
    @Post("/runs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> start(SignedIn who, @Body String body) {
        var form = new QueryValues(body);
        Starts start = QueryValues.choice("kind", form.required("kind"), Starts.values());
        Rights.require(who.person(), RunBars.needed(start.kind()));
        JobView job =
                jobs.submit(site.org().value(), start.kind(), "{}", who.person().name());
        return Pages.then("/runs/" + job.id());
    }

    @OpenToSignedIn
    @Post("/runs/{id}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(HttpRequest<?> request, SignedIn who, UUID id) {
        JobView job = ours(id);
        Rights.require(who.person(), RunBars.needed(job.kind()));
        boolean asked = jobs.requestStop(id);
        String sentence = asked
                ? job.kind().label() + " stops at its next safe point."
                : job.kind().label() + " had finished already.";
        return Pages.then(request, "/runs/" + id, new Notice(true, sentence, null));
    }

    /** Has a search rest at its next safe point. */
    @OpenToSignedIn
    @Post("/runs/{id}/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pause(HttpRequest<?> request, SignedIn who, UUID id) {
        return rest(request, who, id, true);
    }

    /** Has a search that rests go on. */
    @OpenToSignedIn
    @Post("/runs/{id}/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resume(HttpRequest<?> request, SignedIn who, UUID id) {
        return rest(request, who, id, false);
    }

    private HttpResponse<?> rest(HttpRequest<?> request, SignedIn who, UUID id, boolean pause) {
        JobView job = ours(id);
        Rights.require(who.person(), RunBars.needed(job.kind()));
        String now = pause ? " rests at its next safe point." : " goes on.";
        String sentence = job.kind().label() + (jobs.pause(id, pause) ? now : " had finished already.");
        return Pages.then(request, "/runs/" + id, new Notice(true, sentence, null));
    }

    private JobView ours(UUID id) {
        return jobs.find(id)
                .filter(job -> job.orgId().equals(site.org().value()))
                .orElseThrow(() -> Problem.of(ErrorCode.PAGE_NOT_FOUND, "There is no run " + id)
                        .maybe("look under Last runs on Home")
                        .exception());
    }
}
