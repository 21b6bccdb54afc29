package io.fairpatch.web.page;

import io.fairpatch.access.Action;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.OpenToSignedIn;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;

/** The start: what waits, and what ran last. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {
    private static final int LAST_RUNS = 8;

    private final Site site;
    private final ProposalQueries queries;
    private final Jobs jobs;
    private final Shells shells;

    HomeController(Site site, ProposalQueries queries, Jobs jobs, Shells shells) {
        this.site = site;
        this.queries = queries;
        this.jobs = jobs;
        this.shells = shells;
    }

    @OpenToSignedIn
    @Get
    HttpResponse<?> home(HttpRequest<?> request, SignedIn who) {
        List<ProposalSummary> waiting = who.person().may(Action.VIEW_PROPOSALS)
                ? queries.list(site.org()).stream()
                        .filter(HomeController::waits)
                        .toList()
                : List.of();
        return Pages.show(
                request,
                "page/home",
                Map.of(
                        "shell", shells.frame(request, who, "Home"),
                        "sentence", sentence(waiting),
                        "waiting", waiting,
                        "runs", jobs.recent(site.org().value(), LAST_RUNS)));
    }

    private static boolean waits(ProposalSummary proposal) {
        return switch (proposal.state()) {
            case DRAFT, IN_REVIEW, APPROVED, COMMITTING, PARTLY_COMMITTED, FAILED -> true;
            case COMMITTED, UNDONE, STALE, WITHDRAWN -> false;
        };
    }

    private static String sentence(List<ProposalSummary> waiting) {
        if (waiting.isEmpty()) {
            return "Nothing waits for you.";
        }
        long moves = waiting.stream()
                .filter(proposal -> proposal.state() == ProposalState.IN_REVIEW)
                .mapToLong(proposal -> proposal.moves().undecided())
                .sum();
        String proposals = Show.count(waiting.size(), "proposal is open", "proposals are open");
        return moves == 0
                ? proposals + "."
                : proposals + "; " + Show.count(moves, "move waits", "moves wait") + " for a decision.";
    }
}
