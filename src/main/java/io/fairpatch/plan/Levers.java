package io.fairpatch.plan;

import io.fairpatch.model.SalesforceId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one plan differs from the usual one: what a scenario or a hand at the board changes. Bands, goals and rules change in
 * {@code PlanningConfig}; reps are added to or left out of the input itself.
 *
 * @param ignoreOwners draw from scratch: nobody has anything, so nothing is lost and nothing counts as a move
 * @param protectedReps their books stay as they are, beside those of {@code planning.yml}
 * @param onlyAccounts the accounts that may move; null is all
 * @param mostMoves accounts that may change their rep; null is the share of {@code planning.yml}
 * @param pins by account: the rep it goes to, whatever else
 * @param forbidden by account: reps it may not go to
 * @param released named accounts, and those held for a deal, that may move all the same
 * @param drawn how the map is drawn when it is drawn from scratch
 */
public record Levers(
        boolean ignoreOwners,
        Set<SalesforceId> protectedReps,
        @Nullable Set<SalesforceId> onlyAccounts,
        @Nullable Integer mostMoves,
        Map<SalesforceId, SalesforceId> pins,
        Map<SalesforceId, Set<SalesforceId>> forbidden,
        Set<SalesforceId> released,
        Drawn drawn) {
    /** The usual plan. */
    public static final Levers NONE =
            new Levers(false, Set.of(), null, null, Map.of(), Map.of(), Set.of(), Drawn.BY_GOALS);

    public Levers {
        protectedReps = Set.copyOf(protectedReps);
        onlyAccounts = onlyAccounts == null ? null : Set.copyOf(onlyAccounts);
        pins = Map.copyOf(pins);
        forbidden = Map.copyOf(forbidden);
        released = Set.copyOf(released);
        if (mostMoves != null && mostMoves < 0) {
            throw new IllegalArgumentException("The most moves (" + mostMoves + ") must be 0 or more");
        }
    }

    /** By what books hold together. */
    public enum Drawn {
        /** By the goals of {@code planning.yml}. */
        BY_GOALS,
        /** By distance alone. */
        GEOGRAPHY,
        /** Each rep has few industries. */
        INDUSTRY,
        /** Each rep has few sizes of company. */
        SIZE,
        /** Distance, industry and size in equal parts. */
        HYBRID;

        boolean byDistance() {
            return this != INDUSTRY && this != SIZE;
        }
    }

    public Levers fromScratch(Drawn by) {
        return new Levers(true, protectedReps, onlyAccounts, mostMoves, pins, forbidden, released, by);
    }

    public Levers protecting(Set<SalesforceId> reps) {
        return new Levers(ignoreOwners, reps, onlyAccounts, mostMoves, pins, forbidden, released, drawn);
    }

    public Levers moving(Set<SalesforceId> accounts) {
        return new Levers(ignoreOwners, protectedReps, accounts, mostMoves, pins, forbidden, released, drawn);
    }

    public Levers atMost(int moves) {
        return new Levers(ignoreOwners, protectedReps, onlyAccounts, moves, pins, forbidden, released, drawn);
    }

    public Levers pinning(Map<SalesforceId, SalesforceId> places) {
        return new Levers(ignoreOwners, protectedReps, onlyAccounts, mostMoves, places, forbidden, released, drawn);
    }

    public Levers forbidding(Map<SalesforceId, Set<SalesforceId>> reps) {
        return new Levers(ignoreOwners, protectedReps, onlyAccounts, mostMoves, pins, reps, released, drawn);
    }

    public Levers releasing(Set<SalesforceId> accounts) {
        return new Levers(ignoreOwners, protectedReps, onlyAccounts, mostMoves, pins, forbidden, accounts, drawn);
    }
}
