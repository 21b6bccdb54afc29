package io.fairpatch.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code write-policy.yml: decides}: who decides on a move, by the kind of change. Ops and approvers may decide on every
 * move; the author never counts.
 *
 * @param routine what a manager of a team concerned decides alone
 * @param redesignShare a proposal that moves at least this share of all accounts is a redesign, 0 to 1: managers are
 *     heard, ops or an approver decides, and an approver must be among those who approve the whole
 * @param contestedDays days in which an approver decides on an account that managers disagree on, 1 to 60; after them it
 *     stays where it is
 * @param furtherApproval above which one more person approves the whole
 */
public record DecidingConfig(Routine routine, double redesignShare, int contestedDays, Thresholds furtherApproval) {
    /** As shipped. */
    public static final DecidingConfig USUAL = new DecidingConfig(
            new Routine(List.of("ownerless", "inactive owner", "team"), true, 100, 500_000L),
            0.5,
            5,
            new Thresholds(null, null, null));

    public DecidingConfig {
        Checks.between("decides.redesignShare", redesignShare, 0, 1);
        Checks.between("decides.contestedDays", contestedDays, 1, 60);
    }

    /** Whether so many moves among so many accounts are a redesign. */
    public boolean redesign(long moves, long accounts) {
        return moves > 0 && accounts > 0 && (double) moves / accounts >= redesignShare;
    }

    /**
     * The guardrails of managers.
     *
     * @param reasons main reasons of the planner
     * @param starters whether moves to a rep who is new or ramps count
     * @param mostMoves moves that one manager may approve in one proposal; null is no limit
     * @param mostPotential potential of one account a year, in whole units of the org's currency; null is no limit
     */
    public record Routine(
            List<String> reasons, boolean starters, @Nullable Integer mostMoves, @Nullable Long mostPotential) {
        public Routine {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What asks for one more approval; null is never.
     *
     * @param moves moves of the proposal
     * @param potential potential that moves, a year, in whole units of the org's currency
     * @param protectedAccounts named accounts that move
     */
    public record Thresholds(@Nullable Integer moves, @Nullable Long potential, @Nullable Integer protectedAccounts) {}
}
