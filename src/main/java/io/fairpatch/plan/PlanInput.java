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
 * @param levers how this plan differs from the usual one
 * @param today the day from which an account's last activity is counted
 */
public record PlanInput(
        PlanFacts facts, PlanningConfig planning, CoverageConfig coverage, LocalDate today, long seed, Levers levers) {

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
                new PlanFacts(accounts, scores, reps, currentRep, territoryNames, Map.of(), Map.of(), Roads.NONE),
                planning,
                coverage,
                today,
                seed,
                Levers.NONE);
    }

    private PlanInput with(PlanFacts changed) {
        return new PlanInput(changed, planning, coverage, today, seed, levers);
    }

    /** The same with other levers. */
    public PlanInput with(Levers changed) {
        return new PlanInput(facts, planning, coverage, today, seed, changed);
    }

    /** The same with other goals, rules or bands. */
    public PlanInput with(PlanningConfig changed) {
        return new PlanInput(facts, changed, coverage, today, seed, levers);
    }

    /** The same with other reps; accounts of those left out have no rep. */
    public PlanInput with(List<Rep> changed) {
        return with(facts.withReps(changed));
    }

    /** The same with these accounts in scope. */
    public PlanInput scoped(List<Account> changed) {
        return with(facts.withAccounts(changed));
    }

    /** The same with other scores, by account. */
    public PlanInput with(Map<SalesforceId, AccountScore> changed) {
        return with(facts.withScores(changed));
    }

    /** The same knowing reps' strengths, and deals about to close by account. */
    public PlanInput knowing(Map<SalesforceId, RepProfile> strengths, Map<SalesforceId, LocalDate> deals) {
        return with(facts.knowing(strengths, deals));
    }

    /** The same with ways that somebody measured, in place of the great circle. */
    public PlanInput along(Roads roads) {
        return with(facts.along(roads));
    }

    public List<Account> accounts() {
        return facts.accounts();
    }

    /** By account, one for every account. */
    public Map<SalesforceId, AccountScore> scores() {
        return facts.scores();
    }

    public List<Rep> reps() {
        return facts.reps();
    }

    /** By account: the rep it is with now; absent when none. */
    public Map<SalesforceId, SalesforceId> currentRep() {
        return facts.currentRep();
    }

    /** By rep: the name of the territory the rep holds now; absent when it has none yet. */
    public Map<SalesforceId, String> territoryNames() {
        return facts.territoryNames();
    }

    /** By rep: strengths and wishes; absent when unknown. */
    public Map<SalesforceId, RepProfile> profiles() {
        return facts.profiles();
    }

    /** Ways that somebody measured. */
    public Roads roads() {
        return facts.roads();
    }

    /** By account: until when it stays, as a deal is about to close. */
    public Map<SalesforceId, LocalDate> held() {
        return facts.held();
    }
}
