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
        long seed) {
    public PlanInput {
        accounts = List.copyOf(accounts);
        scores = Map.copyOf(scores);
        reps = List.copyOf(reps);
        currentRep = Map.copyOf(currentRep);
        territoryNames = Map.copyOf(territoryNames);
    }
}
