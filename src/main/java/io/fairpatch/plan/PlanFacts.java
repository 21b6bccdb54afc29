package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is known of an org when it is planned.
 *
 * @param scores by account, one for every account
 * @param currentRep by account: the rep it is with now (territory rep, else an owner who is a rep); absent when none
 * @param territoryNames by rep: the name of the territory the rep holds now; absent when it has none yet
 * @param profiles by rep: strengths and wishes; absent when unknown
 * @param held by account: until when it stays, as a deal is about to close
 * @param roads ways that somebody measured
 */
public record PlanFacts(
        List<Account> accounts,
        Map<SalesforceId, AccountScore> scores,
        List<Rep> reps,
        Map<SalesforceId, SalesforceId> currentRep,
        Map<SalesforceId, String> territoryNames,
        Map<SalesforceId, RepProfile> profiles,
        Map<SalesforceId, LocalDate> held,
        Roads roads) {
    public PlanFacts {
        accounts = List.copyOf(accounts);
        scores = Map.copyOf(scores);
        reps = List.copyOf(reps);
        currentRep = Map.copyOf(currentRep);
        territoryNames = Map.copyOf(territoryNames);
        profiles = Map.copyOf(profiles);
        held = Map.copyOf(held);
    }

    /** The same with other accounts. */
    PlanFacts withAccounts(List<Account> changed) {
        return new PlanFacts(changed, scores, reps, currentRep, territoryNames, profiles, held, roads);
    }

    /** The same with other reps. */
    PlanFacts withReps(List<Rep> changed) {
        return new PlanFacts(accounts, scores, changed, currentRep, territoryNames, profiles, held, roads);
    }

    /** The same with other scores. */
    PlanFacts withScores(Map<SalesforceId, AccountScore> changed) {
        return new PlanFacts(accounts, changed, reps, currentRep, territoryNames, profiles, held, roads);
    }

    /** The same knowing strengths by rep, and deals about to close by account. */
    PlanFacts knowing(Map<SalesforceId, RepProfile> strengths, Map<SalesforceId, LocalDate> deals) {
        return new PlanFacts(accounts, scores, reps, currentRep, territoryNames, strengths, deals, roads);
    }

    /** The same with ways that somebody measured. */
    PlanFacts along(Roads measured) {
        return new PlanFacts(accounts, scores, reps, currentRep, territoryNames, profiles, held, measured);
    }
}
