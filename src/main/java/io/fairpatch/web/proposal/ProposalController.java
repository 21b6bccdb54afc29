package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.review.Pictures;
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
    private final MoveDetails details;
    private final Pictures pictures;
    private final Shells shells;

    ProposalController(
            Site site,
            ProposalQueries queries,
            ProposalViews views,
            MoveDetails details,
            Pictures pictures,
            Shells shells) {
        this.details = details;
        this.pictures = pictures;
        this.site = site;
        this.queries = queries;
        this.views = views;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> list(HttpRequest<?> request, SignedIn who) {
        List<ProposalSummary> all = queries.list(site.org());
        List<ProposalRow> rows = all.stream().map(ProposalController::row).toList();
        return Pages.show(
                request,
                "page/proposals",
                Map.of("shell", shells.frame(request, who, "Proposals"), "sentence", Words.waiting(all), "rows", rows));
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
        return Pages.show(request, "page/move", Map.of("page", details.page(shell, who.person(), id, account, query)));
    }

    /** Both states on a map; the proposal's page asks for it once it is scrolled to. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{id}/map")
    HttpResponse<?> map(HttpRequest<?> request, SignedIn who, String id) {
        MoveQuery query = MoveQuery.parse(request.getUri().getRawQuery());
        ProposalSummary proposal = queries.get(site.org(), id);
        var maps = new Maps(queries.books(site.org(), id), query.rep());
        var picture = maps.draw(pictures.dots(site.org(), id), proposal.accounts());
        return Pages.show(
                request,
                "page/map",
                Map.of(
                        "shell",
                        shells.frame(request, who, "Map"),
                        "back",
                        "/proposals/" + id,
                        "title",
                        Words.title(proposal),
                        "picture",
                        picture));
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
