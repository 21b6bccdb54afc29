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
        List<Phase> all = proposal.extras().phased() ? phases.of(proposal.org(), proposal.id()) : List.of();
        return new PhasesPart(
                all.stream().map(phase -> row(phase, proposal.id())).toList(),
                left(proposal, all),
                may,
                may ? matching(proposal, query) : null,
                earliest(proposal).toString());
    }

    /** The books of a phase begin where the plan has the one before end, whatever became of that since. */
    private @Nullable String left(ProposalSummary proposal, List<Phase> all) {
        int left = all.stream()
                .takeWhile(phase -> !phase.proposal().equals(proposal.id()))
                .mapToInt(phase -> left(queries.get(proposal.org(), phase.proposal())))
                .sum();
        return left == 0
                ? null
                : Show.count(left, "move of an earlier phase was", "moves of earlier phases were")
                        + " declined, put off or not written. Books, map and reps' pages of this phase count "
                        + (left == 1 ? "it" : "them")
                        + " as made all the same; what it writes are its own moves alone.";
    }

    private static int left(ProposalSummary earlier) {
        var moves = earlier.moves();
        return earlier.state() == ProposalState.WITHDRAWN ? moves.total() : moves.kept() + moves.unwritten();
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
