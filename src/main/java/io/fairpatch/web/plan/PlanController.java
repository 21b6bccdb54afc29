package io.fairpatch.web.plan;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.Boards;
import io.fairpatch.jobs.Plans;
import io.fairpatch.jobs.Plans.MadePlan;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Look;
import io.fairpatch.plan.PlannedMove;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.HandsCard;
import io.fairpatch.web.view.MoveWhyView;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans as made, and why each move is made. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {
    private final Site site;
    private final Plans plans;
    private final Boards boards;
    private final ProposalQueries proposals;
    private final Shells shells;

    PlanController(Site site, Plans plans, Boards boards, ProposalQueries proposals, Shells shells) {
        this.site = site;
        this.plans = plans;
        this.boards = boards;
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

    /** One plan; choices by hand in the query are tried out on it. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/plans/{id}")
    HttpResponse<?> one(HttpRequest<?> request, SignedIn who, long id) {
        return page(request, who, plans.get(site.org(), id));
    }

    /** Plans the rest again around choices by hand. */
    @Needs(Action.PLAN)
    @Post("/plans/{id}/replan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> replan(HttpRequest<?> request, SignedIn who, long id, @Body String body) {
        var form = HandsForm.of(body, text -> boards.account(site.org(), id, text));
        var job = plans.replan(site.org(), id, form.hands(), who.person());
        var notice = new Notice(true, "The rest is being planned again.", "Every choice by hand is kept.");
        return Pages.then(request, "/runs/" + job.id(), notice);
    }

    private @Nullable HandsCard hands(HttpRequest<?> request, SignedIn who, MadePlan made) {
        String query = request.getUri().getRawQuery();
        if (!who.person().may(Action.PLAN)) {
            return null;
        }
        String asked = query == null ? "" : query;
        try {
            return tried(made, HandsForm.of(asked, text -> boards.account(site.org(), made.id(), text)), "");
        } catch (FairpatchException e) {
            String why = Objects.requireNonNullElse(e.problem().why(), "");
            return refused(
                    made, HandsForm.chosen(asked), e.problem().what() + (why.isEmpty() ? "." : ": " + why + "."));
        }
    }

    private HandsCard tried(MadePlan made, HandsForm form, String refused) {
        var look = form.isEmpty() ? Look.NOTHING : boards.look(site.org(), made.id(), form.hands());
        return card(made, form, look, refused);
    }

    /** What was chosen before the choice that is refused; without effects where the refusal is of an earlier one. */
    private HandsCard refused(MadePlan made, HandsForm before, String why) {
        try {
            return tried(made, before, why);
        } catch (FairpatchException earlier) {
            return card(made, before, Look.NOTHING, why);
        }
    }

    private HandsCard card(MadePlan made, HandsForm form, Look look, String refused) {
        return HandsViews.of(made, form, look, plans.names(site.org(), named(made, form)), refused);
    }

    private static List<SalesforceId> named(MadePlan made, HandsForm form) {
        var named = new ArrayList<SalesforceId>();
        made.plan().books().forEach(book -> named.add(book.rep()));
        form.pins().forEach(pair -> named.add(pair.account()));
        form.nots().forEach(pair -> named.add(pair.account()));
        return named;
    }

    private HttpResponse<?> page(HttpRequest<?> request, SignedIn who, MadePlan made) {
        var shown = made.plan().moves().stream()
                .limit(PlanViews.MOVES)
                .map(PlannedMove::account)
                .toList();
        var shell = shells.frame(request, who, "Plan " + made.id());
        var names = plans.names(site.org(), shown);
        var page = PlanViews.page(
                shell, made, names, hands(request, who, made), plans.recent(site.org(), PlanViews.HISTORY));
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

    /** The same for a move of a proposal, by the plan it was made of; empty when it was set by hand. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/proposals/{id}/moves/{account}/why")
    HttpResponse<?> part(String id, String account) {
        var line = proposals.line(site.org(), id, id(account)).line();
        var found =
                proposals.plan(site.org(), id).flatMap(plan -> plans.move(site.org(), plan, line.account(), line.to()));
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
        return SalesforceId.parse(text)
                .orElseThrow(() -> Problem.of(ErrorCode.PLAN_NOT_FOUND, "There is no account " + text)
                        .maybe("look at the plan's list of moves")
                        .exception());
    }
}
