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
 * @param exemptions accounts that stay where a need of theirs is not met
 */
record Prepared(
        PlanInput input,
        Roster roster,
        TerritoryProblem problem,
        List<List<Account>> members,
        Map<Integer, GeoPoint> homes,
        double[] targets,
        Travel travel,
        List<Exemption> exemptions) {

    AccountScore score(Account account) {
        return Objects.requireNonNull(input.scores().get(account.id()));
    }

    @Nullable
    SalesforceId currentRep(Account account) {
        return input.currentRep().get(account.id());
    }

    /** Hours of work a year that an account makes for a seat. */
    double hours(Account account, int seat) {
        Roads.Leg leg = leg(account, seat);
        double minutes = leg == null
                ? travel.minutes(score(account), kilometres(account, seat))
                : travel.minutes(score(account), 0) + travel.visitsPerYear(score(account)) * 2 * leg.minutesOneWay();
        return minutes / 60;
    }

    private Roads.@Nullable Leg leg(Account account, int seat) {
        Roads roads = input.roads();
        return roads.isEmpty() ? null : roads.leg(roster.rep(seat), account);
    }

    Prepared with(TerritoryProblem changed) {
        return new Prepared(input, roster, changed, members, homes, targets, travel, exemptions);
    }

    /** Road kilometres from a seat to an account, one way. */
    double kilometres(Account account, int seat) {
        Roads.Leg leg = leg(account, seat);
        return leg != null ? leg.kilometres() : Travel.kilometres(homes.get(seat), account.place());
    }
}
