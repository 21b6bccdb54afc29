package io.fairpatch.web.proposal;

import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.StateBadge;
import io.fairpatch.web.view.StateBadge.Tone;

/** Sentences and badges about a proposal as a whole. */
final class Words {
    private Words() {}

    /** What the proposal changes, in one sentence with numbers. */
    static String impact(ProposalSummary proposal) {
        String moves = Show.count(proposal.moves().total()) + " of "
                + Show.count(proposal.accounts(), "account", "accounts")
                + (proposal.moves().total() == 1 ? " moves" : " move");
        double before = proposal.balance().spreadBefore();
        double after = proposal.balance().spreadAfter();
        String books = after < before
                ? "the fullest book falls from " + Show.ratio(before) + " to " + Show.ratio(after) + " the emptiest"
                : "the fullest book stays at " + Show.ratio(after) + " the emptiest";
        return moves + "; " + books + ".";
    }

    static String title(ProposalSummary proposal) {
        return proposal.version() == 1 ? proposal.id() : proposal.id() + ", version " + proposal.version();
    }

    static StateBadge badge(ProposalState state) {
        return switch (state) {
            case DRAFT -> new StateBadge(state.words(), "edit", Tone.NEUTRAL);
            case IN_REVIEW -> new StateBadge(state.words(), "preview", Tone.WAITING);
            case APPROVED -> new StateBadge(state.words(), "check", Tone.GOOD);
            case COMMITTING -> new StateBadge(state.words(), "sync", Tone.ACTIVE);
            case COMMITTED -> new StateBadge(state.words(), "success", Tone.GOOD);
            case PARTLY_COMMITTED -> new StateBadge(state.words(), "warning", Tone.BAD);
            case FAILED -> new StateBadge(state.words(), "error", Tone.BAD);
            case UNDONE -> new StateBadge(state.words(), "undo", Tone.NEUTRAL);
            case STALE -> new StateBadge(state.words(), "clock", Tone.NEUTRAL);
            case WITHDRAWN -> new StateBadge(state.words(), "back", Tone.NEUTRAL);
        };
    }
}
