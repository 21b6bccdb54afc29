package io.fairpatch.web.plan;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.Plans;
import io.fairpatch.jobs.Plans.MadePlan;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.PlannedMove;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.MoveWhyView;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;

/** Plans as made, and why each move is made. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {
    private final Site site;
    private final Plans plans;
    private final ProposalQueries proposals;
    private final Shells shells;

    PlanController(Site site, Plans plans, ProposalQueries proposals, Shells shells) {
        this.site = site;
        this.plans = plans;
        this.proposals = proposals;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get("/plans")
    HttpResponse<?> newest(HttpRequest<?> request, SignedIn who) {
        MadePlan made = plans.newest(site.org())
                .orElseThrow(() -> Problem.of(ErrorCode.PLAN_NOT_FOUND, "There is no plan yet")
                        .maybe("start one from the home page, or with ./fairpatch plan")
                        .exception());
        return page(request, who, made);
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get("/plans/{id}")
    HttpResponse<?> one(HttpRequest<?> request, SignedIn who, long id) {
        return page(request, who, plans.get(site.org(), id));
    }

    private HttpResponse<?> page(HttpRequest<?> request, SignedIn who, MadePlan made) {
        var shown = made.plan().moves().stream()
                .limit(PlanViews.MOVES)
                .map(PlannedMove::account)
                .toList();
        var shell = shells.frame(request, who, "Plan " + made.id());
        var page = PlanViews.page(shell, made, plans.names(site.org(), shown));
        return Pages.show(request, "page/plan", Map.of("page", page));
    }

    /** Why one account moves. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/plans/{id}/moves/{account}")
    HttpResponse<?> move(HttpRequest<?> request, SignedIn who, long id, String account) {
        PlannedMove move = plans.move(site.org(), id, id(account));
        return Pages.show(
                request,
                "page/planMove",
                Map.of(
                        "shell",
                        shells.frame(request, who, "Why"),
                        "back",
                        "/plans/" + id,
                        "title",
                        name(move.account()),
                        "move",
                        move,
                        "why",
                        why(move)));
    }

    /** The same for a move of a proposal, as a part of its page; empty when it was set by hand. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/proposals/{id}/moves/{account}/why")
    HttpResponse<?> part(String id, String account) {
        var line = proposals.line(site.org(), id, id(account)).line();
        long snapshot = proposals.get(site.org(), id).snapshot();
        var found = plans.move(site.org(), snapshot, line.account(), line.to());
        return Pages.part("part/moveWhy", Map.of("why", found.map(this::why).orElse(WhyViews.NONE)));
    }

    private MoveWhyView why(PlannedMove move) {
        var why = move.why();
        return why == null ? WhyViews.NONE : WhyViews.of(why, plans.names(site.org(), WhyViews.named(why)));
    }

    private String name(SalesforceId account) {
        return plans.names(site.org(), List.of(account)).getOrDefault(account, account.value());
    }

    private static SalesforceId id(String text) {
        if (!text.matches("[A-Za-z0-9]{15}|[A-Za-z0-9]{18}")) {
            throw Problem.of(ErrorCode.PLAN_NOT_FOUND, "There is no account " + text)
                    .maybe("look at the plan's list of moves")
                    .exception();
        }
        return SalesforceId.of(text);
    }
}
