package io.fairpatch.plan.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's plan in figures.
 *
 * @param feasible whether all bands and hard rules are met
 * @param accounts in scope
 * @param reps who can have accounts
 * @param before the books as they are, with the scenario's targets
 * @param rulesBroken accounts that break a hard rule, counted on the plan itself
 * @param vacancies seats of the plan that nobody fills yet
 * @param gap share of the cost by which the plan is at most above the best possible; null when unknown
 * @param why what binds, what clashes, what was assumed
 * @param waysOut where bands can't all be met: what would help
 * @param digest SHA-256 over the plan's places: the same inputs give the same
 */
public record ScenarioResult(
        boolean feasible,
        int accounts,
        int reps,
        Fairness before,
        Fairness after,
        Change change,
        QuotaShift quota,
        int rulesBroken,
        int vacancies,
        @Nullable Double gap,
        long steps,
        List<String> why,
        List<String> waysOut,
        String digest) {
    public ScenarioResult {
        why = List.copyOf(why);
        waysOut = List.copyOf(waysOut);
    }
}
