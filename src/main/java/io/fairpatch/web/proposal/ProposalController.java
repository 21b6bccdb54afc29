package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.ProposalRow;
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

/** Looks at proposals. */
@Hidden
@Controller("/proposals")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProposalController {
    private final Site site;
    private final ProposalQueries queries;
    private final ProposalViews views;
    private final Shells shells;

    ProposalController(Site site, ProposalQueries queries, ProposalViews views, Shells shells) {
        this.site = site;
        this.queries = queries;
        this.views = views;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> list(HttpRequest<?> request, SignedIn who) {
        List<ProposalRow> rows =
                queries.list(site.org()).stream().map(ProposalController::row).toList();
        return Pages.show(
                request, "page/proposals", Map.of("shell", shells.frame(request, who, "Proposals"), "rows", rows));
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{id}")
    HttpResponse<?> proposal(HttpRequest<?> request, SignedIn who, String id) {
        MoveQuery query = MoveQuery.parse(request.getUri().getRawQuery());
        var shell = shells.frame(request, who, "Proposal " + id);
        return Pages.show(request, "page/proposal", Map.of("page", views.proposal(shell, who, id, query)));
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{id}/moves/{account}")
    HttpResponse<?> move(HttpRequest<?> request, SignedIn who, String id, String account) {
        MoveQuery query = MoveQuery.parse(request.getUri().getRawQuery());
        var shell = shells.frame(request, who, "Move");
        return Pages.show(request, "page/move", Map.of("page", views.move(shell, id, account, query)));
    }

    private static ProposalRow row(ProposalSummary proposal) {
        return new ProposalRow(
                "/proposals/" + proposal.id(),
                Words.title(proposal),
                Words.badge(proposal.state()),
                Words.impact(proposal),
                proposal.moves().total(),
                proposal.stamps().total(),
                Show.moment(proposal.createdAt()) + " by " + proposal.authorName());
    }
}
