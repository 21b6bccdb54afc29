package io.fairpatch.plan;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everything a plan depends on. The same input and seed give the same plan.
 *
 * @param scores by account, one for every account
 * @param currentRep by account: the rep it is with now (territory rep, else an owner who is a rep); absent when none
 * @param territoryNames by rep: the name of the territory the rep holds now; absent when it has none yet
 * @param profiles by rep: strengths and wishes; absent when unknown
 * @param held by account: until when it stays, as a deal is about to close
 * @param levers how this plan differs from the usual one
 * @param today the day from which an account's last activity is counted
 */
public record PlanInput(
        List<Account> accounts,
        Map<SalesforceId, AccountScore> scores,
        List<Rep> reps,
        Map<SalesforceId, SalesforceId> currentRep,
        Map<SalesforceId, String> territoryNames,
        PlanningConfig planning,
        CoverageConfig coverage,
        LocalDate today,
        long seed,
        Map<SalesforceId, RepProfile> profiles,
        Map<SalesforceId, LocalDate> held,
        Levers levers) {
    public PlanInput {
        accounts = List.copyOf(accounts);
        scores = Map.copyOf(scores);
        reps = List.copyOf(reps);
        currentRep = Map.copyOf(currentRep);
        territoryNames = Map.copyOf(territoryNames);
        profiles = Map.copyOf(profiles);
        held = Map.copyOf(held);
    }

    /** The usual plan, with nothing known of the reps' strengths and no deal about to close. */
    public PlanInput(
            List<Account> accounts,
            Map<SalesforceId, AccountScore> scores,
            List<Rep> reps,
            Map<SalesforceId, SalesforceId> currentRep,
            Map<SalesforceId, String> territoryNames,
            PlanningConfig planning,
            CoverageConfig coverage,
            LocalDate today,
            long seed) {
        this(
                accounts,
                scores,
                reps,
                currentRep,
                territoryNames,
                planning,
                coverage,
                today,
                seed,
                Map.of(),
                Map.of(),
                Levers.NONE);
    }

    /** The same with other levers. */
    public PlanInput with(Levers changed) {
        return new PlanInput(
                accounts,
                scores,
                reps,
                currentRep,
                territoryNames,
                planning,
                coverage,
                today,
                seed,
                profiles,
                held,
                changed);
    }

    /** The same with other goals, rules or bands. */
    public PlanInput with(PlanningConfig changed) {
        return new PlanInput(
                accounts,
                scores,
                reps,
                currentRep,
                territoryNames,
                changed,
                coverage,
                today,
                seed,
                profiles,
                held,
                levers);
    }

    /** The same with other reps; accounts of those left out have no rep. */
    public PlanInput with(List<Rep> changed) {
        return new PlanInput(
                accounts,
                scores,
                changed,
                currentRep,
                territoryNames,
                planning,
                coverage,
                today,
                seed,
                profiles,
                held,
                levers);
    }

    /** The same knowing reps' strengths, and deals about to close by account. */
    public PlanInput knowing(Map<SalesforceId, RepProfile> strengths, Map<SalesforceId, LocalDate> deals) {
        return new PlanInput(
                accounts,
                scores,
                reps,
                currentRep,
                territoryNames,
                planning,
                coverage,
                today,
                seed,
                strengths,
                deals,
                levers);
    }
}
