package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The problem as numbers, and what its numbers mean.
 *
 * @param members accounts by unit
 * @param homes where each seat works from, absent when unknown
 * @param targets potential by seat, cents; 0 for a seat without a target
 */
record Prepared(
        PlanInput input,
        Roster roster,
        TerritoryProblem problem,
        List<List<Account>> members,
        Map<Integer, GeoPoint> homes,
        double[] targets,
        Travel travel) {

    AccountScore score(Account account) {
        return Objects.requireNonNull(input.scores().get(account.id()));
    }

    @Nullable
    SalesforceId currentRep(Account account) {
        return input.currentRep().get(account.id());
    }

    Prepared with(TerritoryProblem changed) {
        return new Prepared(input, roster, changed, members, homes, targets, travel);
    }

    /** Road kilometres from a seat to an account, one way. */
    double kilometres(Account account, int seat) {
        return Travel.kilometres(homes.get(seat), account.place());
    }
}
