package io.fairpatch.web.api;

import io.fairpatch.jobs.ScenarioRun;
import io.fairpatch.plan.scenario.Fairness;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as last planned. Money in cents.
 *
 * @param scenario what was asked: a mode and its options
 * @param snapshot the copy of the org it was planned on
 * @param relationships accounts that buy from us or were active in the last 90 days and change their rep
 * @param quotaSharePassed share of all quota that would pass between reps, were quotas changed instead of accounts
 * @param gap share of the cost by which the plan is at most above the best possible
 * @param digest SHA-256 of who has what: the same inputs give the same
 */
@Serdeable
public record ScenarioJson(
        long id,
        String scenario,
        String title,
        long seed,
        long snapshot,
        String madeBy,
        Instant madeAt,
        String status,
        int accounts,
        int reps,
        FairnessJson before,
        FairnessJson after,
        int moves,
        long potentialMovedCents,
        int relationships,
        int repsTouched,
        double quotaSharePassed,
        int rulesBroken,
        int vacancies,
        @Nullable Double gap,
        long steps,
        List<String> why,
        List<String> waysOut,
        String digest) {

    /**
     * How even the books are.
     *
     * @param balanceScore 0 to 100
     * @param compactness share of neighbouring places that one rep has both of, 0 to 1, approximate
     */
    @Serdeable
    public record FairnessJson(
            double potentialSpread,
            double potentialVariation,
            double potentialGini,
            double workSpread,
            double tier1Variation,
            double customersVariation,
            double balanceScore,
            long travelKm,
            int booksOutside,
            double compactness) {
        static FairnessJson of(Fairness fairness) {
            return new FairnessJson(
                    fairness.potential().spread(),
                    fairness.potential().variation(),
                    fairness.potential().gini(),
                    fairness.work().spread(),
                    fairness.tier1().variation(),
                    fairness.customers().variation(),
                    fairness.score(),
                    fairness.travelKm(),
                    fairness.booksOutside(),
                    fairness.compactness());
        }
    }

    static ScenarioJson of(ScenarioRun run) {
        var result = run.result();
        return new ScenarioJson(
                run.id(),
                run.text(),
                run.scenario().title(),
                run.seed(),
                run.snapshotRun(),
                run.madeBy(),
                run.madeAt(),
                result.feasible() ? "feasible" : "infeasible",
                result.accounts(),
                result.reps(),
                FairnessJson.of(result.before()),
                FairnessJson.of(result.after()),
                result.change().moves(),
                result.change().potentialCents(),
                result.change().relationships(),
                result.change().repsTouched(),
                result.quota().sharePassed(),
                result.rulesBroken(),
                result.vacancies(),
                result.gap(),
                result.steps(),
                result.why(),
                result.waysOut(),
                result.digest());
    }
}
