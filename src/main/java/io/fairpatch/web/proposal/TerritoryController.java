package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.insight.report.Reports;
import io.fairpatch.review.BookView;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.InForce;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.report.ReportAddress;
import io.fairpatch.web.view.ReportPage.Menu;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.TerritoriesPage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;

/** All books as they are and as the newest proposal would have them. */
@Hidden
@Controller("/territories")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TerritoryController {
    private final Site site;
    private final InForce inForce;
    private final ProposalQueries queries;
    private final Shells shells;
    private final Books books;
    private final Reports reports;

    TerritoryController(
            Site site,
            ProposalQueries queries,
            InForce inForce,
            Shells shells,
            PlanningConfig planning,
            Reports reports) {
        this.inForce = inForce;
        this.site = site;
        this.queries = queries;
        this.shells = shells;
        this.reports = reports;
        this.books = new Books(planning);
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> territories(HttpRequest<?> request, SignedIn who) {
        Shell shell = shells.frame(request, who, "Territories");
        List<ProposalSummary> proposals = queries.list(site.org());
        TerritoriesPage page = proposals.isEmpty()
                ? TerritoriesPage.empty(shell, menu())
                : page(
                        shell,
                        inForce.of(proposals),
                        MoveQuery.parse(request.getUri().getRawQuery()));
        return Pages.show(request, "page/territories", Map.of("page", page));
    }

    /** How the books are, then what the proposal makes or made of them. */
    private static String sentence(ProposalSummary proposal) {
        String before = Show.ratio(proposal.balance().spreadBefore());
        String after = Show.ratio(proposal.balance().spreadAfter());
        boolean nothing = proposal.balance().nothingBefore();
        if (proposal.state().inOrg()) {
            return "The fullest book holds " + after + " the emptiest, for equal capacity; before proposal "
                    + proposal.id() + " was written " + (nothing ? "none held anything." : "it held " + before + ".");
        }
        return (nothing
                        ? "No book holds anything yet"
                        : "The fullest book holds " + before + " the emptiest, for equal capacity")
                + "; proposal " + proposal.id()
                + (proposal.state().mayBecome(ProposalState.WITHDRAWN) ? " brings " : " would bring ")
                + (nothing ? "the fullest to " + after + " the emptiest." : "it to " + after + ".");
    }

    private TerritoriesPage page(Shell shell, ProposalSummary newest, MoveQuery query) {
        List<BookView> all = queries.books(newest);
        return new TerritoriesPage(
                shell,
                sentence(newest),
                "/proposals/" + newest.id(),
                books.bandWords(),
                query.look().measure(),
                Toggles.of("/territories", query, all.size()),
                books.bars(all, query.look(), "/proposals/" + newest.id()),
                all.stream().map(view -> row(newest.id(), view)).toList(),
                menu());
    }

    private List<Menu> menu() {
        return ReportAddress.menu(reports, false, "");
    }

    private static TerritoriesPage.Row row(String proposal, BookView view) {
        var book = view.book();
        return new TerritoriesPage.Row(
                book.territory(),
                "/proposals/" + proposal + "/reps/" + book.rep().value(),
                view.repName(),
                book.before(),
                book.after(),
                book.narrative());
    }
}
