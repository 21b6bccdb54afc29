package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.access.Role;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.AccountFact;
import io.fairpatch.review.ChangeKind;
import io.fairpatch.review.Decision;
import io.fairpatch.review.Engagement;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.Voice;
import io.fairpatch.review.Workshop;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.ConflictsPage;
import io.fairpatch.web.view.MoveColumn;
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
import org.jspecify.annotations.Nullable;

/** What managers disagree on, with the three facts: who engaged first, what the rule says, whose relationship is stronger. */
@Hidden
@Controller("/proposals/{id}/conflicts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConflictController {
    private static final LineFilter CONTESTED = LineFilter.MOVES.of(ChangeKind.CONTESTED);
    private static final PageRequest MOST = new PageRequest(0, 500);

    private final Site site;
    private final ProposalQueries queries;
    private final Workshop workshop;
    private final Shells shells;

    ConflictController(Site site, ProposalQueries queries, Workshop workshop, Shells shells) {
        this.site = site;
        this.queries = queries;
        this.workshop = workshop;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> conflicts(HttpRequest<?> request, SignedIn who, String id) {
        ProposalSummary proposal = queries.get(site.org(), id);
        var lines = queries.lines(site.org(), id, CONTESTED, LineSort.WORTH_FIRST, MOST);
        long open = lines.lines().stream()
                .filter(line -> line.decision() == Decision.UNDECIDED)
                .count();
        String sentence = lines.total() == 0
                ? "Nothing is contested."
                : Show.count(open, "contested account waits", "contested accounts wait") + " for an approver.";
        boolean decides = proposal.state() == ProposalState.IN_REVIEW
                && who.person().roles().contains(Role.APPROVER)
                && !proposal.madeBy(who.person());
        var page = new ConflictsPage(
                shells.frame(request, who, "Conflicts"),
                "/proposals/" + id,
                Words.title(proposal),
                sentence,
                proposal.revision(),
                rows(id, lines.lines(), decides));
        return Pages.show(request, "page/conflicts", Map.of("page", page));
    }

    private List<ConflictsPage.Row> rows(String id, List<ProposalLine> lines, boolean decides) {
        List<SalesforceId> accounts = lines.stream().map(ProposalLine::account).toList();
        var facts = workshop.facts(site.org(), id, accounts);
        var voices = workshop.voices(site.org(), id, accounts);
        return lines.stream()
                .map(line -> row(
                        line,
                        engagement(facts.get(line.account())),
                        voices.getOrDefault(line.account(), List.of()),
                        decides))
                .toList();
    }

    private static @Nullable Engagement engagement(@Nullable AccountFact fact) {
        return fact == null ? null : fact.openDeals().engagement();
    }

    private static ConflictsPage.Row row(
            ProposalLine line, @Nullable Engagement known, List<Voice> voices, boolean decides) {
        return new ConflictsPage.Row(
                MoveRows.row(line, MoveColumn.USUAL),
                first(known),
                line.headline(),
                relationship(known, line),
                voices.stream()
                        .map(voice -> voice.person()
                                + (voice.agrees() ? " agrees" : " disagrees")
                                + (voice.reason() == null ? "" : ": " + voice.reason()))
                        .toList(),
                end(line),
                decides && line.decision() == Decision.UNDECIDED);
    }

    private static String end(ProposalLine line) {
        if (line.decision() != Decision.UNDECIDED) {
            String why = line.declineReason() == null ? "" : ": " + line.declineReason();
            return "Decided by " + line.decidedBy() + why + ".";
        }
        return line.extras().contestedBy() == null
                ? ""
                : "Decided before " + Show.moment(line.extras().contestedBy()) + ", else it stays where it is.";
    }

    private static String first(@Nullable Engagement known) {
        return known == null
                ? "No deal tells who came first."
                : known.first() + ", with a deal of " + known.firstOn() + ".";
    }

    private static String relationship(@Nullable Engagement known, ProposalLine line) {
        String now = line.fromName() == null ? "It is with nobody now." : "It is with " + line.fromName() + " now.";
        return known == null
                ? now
                : known.strongest() + ", with " + Show.count(known.deals(), "deal", "deals") + " of this account. "
                        + now;
    }
}
