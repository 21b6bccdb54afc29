package io.fairpatch.web.proposal;

import io.fairpatch.review.Pictures.SideEffects;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.StateBadge;
import io.fairpatch.web.view.StateBadge.Tone;
import java.util.ArrayList;
import java.util.List;

/** Sentences and badges about a proposal as a whole. */
public final class Words {
    private Words() {}

    /** What the proposal changes as people decided so far, in one sentence with numbers. */
    static String impact(ProposalSummary proposal) {
        String undoes = proposal.extras().undoes() == null
                ? ""
                : "Takes " + proposal.extras().undoes() + " back: ";
        int standing = proposal.moves().standing();
        String moves = undoes + Show.count(standing) + " of " + Show.count(proposal.accounts(), "account", "accounts")
                + (standing == 1 ? " moves" : " move");
        return moves + "; " + books(proposal.balance()) + ".";
    }

    /** How even the books become, as a part of a sentence. */
    static String books(ProposalSummary.Balance balance) {
        String before = Show.ratio(balance.spreadBefore());
        String after = Show.ratio(balance.spreadAfter());
        if (balance.nothingBefore()) {
            return "no book holds anything yet, and the fullest comes to " + after + " the emptiest";
        }
        return after.equals(before)
                ? "the fullest book stays at " + after + " the emptiest"
                : "the fullest book " + (balance.spreadAfter() < balance.spreadBefore() ? "falls" : "rises") + " from "
                        + before + " to " + after + " the emptiest";
    }

    /** The deals that the moves touch, as a sentence that follows; empty when they touch none. */
    static String deals(SideEffects effects) {
        return effects.withDeals() == 0
                ? ""
                : " " + Show.count(effects.withDeals(), "move touches", "moves touch") + " open deals worth "
                        + Show.money(effects.dealCents()) + ".";
    }

    /** What all proposals together wait for. */
    static String waiting(List<ProposalSummary> all) {
        if (all.isEmpty()) {
            return "There is no proposal yet.";
        }
        var sentences = new ArrayList<String>();
        long review = count(all, ProposalState.IN_REVIEW);
        if (review > 0) {
            long moves = all.stream()
                    .filter(one -> one.state() == ProposalState.IN_REVIEW)
                    .mapToLong(one -> one.moves().undecided())
                    .sum();
            long stamps = all.stream()
                    .filter(one -> one.state() == ProposalState.IN_REVIEW)
                    .mapToLong(one -> one.stamps().undecided())
                    .sum();
            sentences.add(Show.count(review, "proposal is", "proposals are") + " in review, "
                    + Show.count(moves, "move", "moves") + " and " + Show.count(stamps, "stamp", "stamps")
                    + " wait for a decision");
        }
        long approved = count(all, ProposalState.APPROVED);
        if (approved > 0) {
            sentences.add(Show.count(approved, "is", "are") + " approved and not written yet");
        }
        if (sentences.isEmpty()) {
            return "Nothing waits: " + Show.count(all.size(), "proposal is", "proposals are") + " settled.";
        }
        return String.join("; ", sentences) + ".";
    }

    private static long count(List<ProposalSummary> all, ProposalState state) {
        return all.stream().filter(one -> one.state() == state).count();
    }

    /** The id, and the version once there are several. */
    public static String title(ProposalSummary proposal) {
        return proposal.version() == 1 ? proposal.id() : proposal.id() + ", version " + proposal.version();
    }

    /** The state in a word and an icon. */
    public static StateBadge badge(ProposalState state) {
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
