package io.fairpatch.web.page;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.review.BookView;
import io.fairpatch.review.Comments;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.OpenToSignedIn;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.view.BookBar;
import io.fairpatch.web.view.CommentRow;
import io.fairpatch.web.view.HomePage;
import io.fairpatch.web.view.Measure;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The start: how fair the territories are, what waits for this person, and what ran last. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {
    private static final int LAST_RUNS = 8;
    private static final int LAST_MENTIONS = 5;
    private static final double USUAL_BAND = 0.09;
    private static final double WIDEST = 2.5;

    private final Site site;
    private final InForce inForce;
    private final ProposalQueries queries;
    private final HomeNeeds needs;
    private final Comments comments;
    private final Jobs jobs;
    private final Tours tours;
    private final Shells shells;
    private final double band;

    HomeController(
            Site site,
            ProposalQueries queries,
            HomeNeeds needs,
            Comments comments,
            Jobs jobs,
            Tours tours,
            Shells shells,
            InForce inForce,
            PlanningConfig planning) {
        this.inForce = inForce;
        this.site = site;
        this.queries = queries;
        this.needs = needs;
        this.comments = comments;
        this.jobs = jobs;
        this.tours = tours;
        this.shells = shells;
        this.band = planning.bands().getOrDefault("potential", USUAL_BAND);
    }

    @OpenToSignedIn
    @Get
    HttpResponse<?> home(HttpRequest<?> request, SignedIn who) {
        Person person = who.person();
        if (!person.may(Action.VIEW_PROPOSALS) && person.may(Action.VIEW_OWN_TERRITORY) && person.userId() != null) {
            return HttpResponse.seeOther(URI.create("/my-territory"));
        }
        List<ProposalSummary> all =
                person.may(Action.VIEW_PROPOSALS) ? queries.list(site.org()) : List.<ProposalSummary>of();
        List<BookBar> strip = all.isEmpty() ? List.of() : strip(all);
        var page = new HomePage(
                shells.frame(request, who, "Home"),
                sentence(strip, all),
                Math.round((1 - band) * 100) + " to " + Show.percent(1 + band) + " of target",
                strip,
                needs.of(site.org(), all, person),
                person.may(Action.VIEW_PROPOSALS),
                mentions(person),
                jobs.recent(site.org().value(), LAST_RUNS),
                starts(person),
                tours.step(person));
        return Pages.show(request, "page/home", Map.of("page", page));
    }

    private static List<HomePage.Start> starts(Person person) {
        return Arrays.stream(Starts.values())
                .filter(start -> person.may(RunBars.needed(start.kind())))
                .map(start -> new HomePage.Start(start.name(), start.button(), start.begun()))
                .toList();
    }

    private List<CommentRow> mentions(Person person) {
        return comments.mentioning(person).stream()
                .limit(LAST_MENTIONS)
                .map(comment ->
                        new CommentRow(comment.authorName(), Show.moment(comment.writtenAt()), comment.body(), false))
                .toList();
    }

    /** The territories as they are in force. */
    private List<BookBar> strip(List<ProposalSummary> all) {
        ProposalSummary telling = inForce.of(all);
        boolean after = telling.state().inOrg();
        return queries.books(telling).stream()
                .filter(view -> view.active() && view.ratioBefore() != null)
                .map(view -> bar(view, after))
                .sorted(Comparator.comparingDouble(BookBar::after))
                .toList();
    }

    private BookBar bar(BookView view, boolean after) {
        var book = view.book();
        var load = after ? book.after() : book.before();
        double ratio = (double) load.potentialCents() / book.targetCents();
        return new BookBar(
                view.repName(),
                book.territory(),
                load.accounts(),
                load.accounts(),
                load.potentialCents(),
                load.potentialCents(),
                ratio,
                ratio,
                1 - band,
                1 + band,
                WIDEST,
                Measure.POTENTIAL,
                null);
    }

    private static String sentence(List<BookBar> strip, List<ProposalSummary> all) {
        String accounts = waiting(all);
        if (strip.isEmpty()) {
            return "There is no plan yet; " + accounts + ".";
        }
        long outside = strip.stream().filter(bar -> !bar.insideAfter()).count();
        String territories = outside == 0
                ? (strip.size() == 1 ? "The one territory is" : "All " + strip.size() + " territories are")
                        + " inside the band"
                : outside + " of " + Show.count(strip.size(), "territory is", "territories are") + " outside the band";
        return territories + "; " + accounts + ".";
    }

    private static String stamps(List<ProposalSummary> all) {
        long stamps = all.stream()
                .filter(proposal -> proposal.state() == ProposalState.IN_REVIEW)
                .mapToLong(proposal -> proposal.stamps().undecided())
                .sum();
        return stamps == 0
                ? "nothing waits for a decision"
                : Show.count(stamps, "stamp waits", "stamps wait") + " for a decision";
    }

    /** Two proposals may move the same account, which then does not count as two. */
    private static String waiting(List<ProposalSummary> all) {
        List<ProposalSummary> open = all.stream()
                .filter(proposal -> proposal.state() == ProposalState.IN_REVIEW
                        && proposal.moves().undecided() > 0)
                .toList();
        long moves = open.stream()
                .mapToLong(proposal -> proposal.moves().undecided())
                .sum();
        return switch (open.size()) {
            case 0 -> stamps(all);
            case 1 -> Show.count(moves, "account waits", "accounts wait") + " for a decision";
            default -> Show.count(moves) + " moves of " + open.size() + " proposals wait for a decision";
        };
    }
}
