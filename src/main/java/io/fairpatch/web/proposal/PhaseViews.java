package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.review.Phase;
import io.fairpatch.review.Phases;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.view.PhasesPart;
import io.fairpatch.web.view.Show;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows the phases of a change, and the form that makes them. */
@Singleton
final class PhaseViews {
    private static final Set<ProposalState> OPEN =
            Set.of(ProposalState.DRAFT, ProposalState.IN_REVIEW, ProposalState.APPROVED);

    private final Phases phases;
    private final ProposalQueries queries;
    private final Clock clock;

    PhaseViews(Phases phases, ProposalQueries queries, Clock clock) {
        this.phases = phases;
        this.queries = queries;
        this.clock = clock;
    }

    PhasesPart of(ProposalSummary proposal, Person person, MoveQuery query) {
        boolean may = person.may(Action.PROPOSE)
                && OPEN.contains(proposal.state())
                && proposal.moves().total() > 1;
        var rows = proposal.extras().phased()
                ? phases.of(proposal.org(), proposal.id()).stream()
                        .map(phase -> row(phase, proposal.id()))
                        .toList()
                : List.<PhasesPart.Row>of();
        return new PhasesPart(
                rows,
                may,
                may ? matching(proposal, query) : null,
                earliest(proposal).toString());
    }

    private @Nullable String matching(ProposalSummary proposal, MoveQuery query) {
        if (!query.shown().any()) {
            return null;
        }
        int count = queries.count(proposal, query.filter());
        return count == 0 ? null : Show.count(count, "move", "moves");
    }

    private LocalDate earliest(ProposalSummary proposal) {
        return proposal.holdsFrom(LocalDate.now(clock)).plusDays(1);
    }

    private static PhasesPart.Row row(Phase phase, String current) {
        return new PhasesPart.Row(
                phase.number(),
                "/proposals/" + phase.proposal(),
                phase.proposal().equals(current),
                phase.effective().toString(),
                Words.badge(phase.state()),
                phase.moves(),
                phase.potentialCents(),
                phase.spreadAfter());
    }
}
