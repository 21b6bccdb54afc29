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
 * @param today from where each seat works today's book, absent when unknown
 * @param homes from where it works the planned one: another place only on a map drawn from scratch
 * @param targets potential by seat, cents; 0 for a seat without a target
 * @param exemptions accounts that stay where a need of theirs is not met
 */
record Prepared(
        PlanInput input,
        Roster roster,
        TerritoryProblem problem,
        List<List<Account>> members,
        Map<Integer, GeoPoint> today,
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
        return hours(account, seat, homes);
    }

    /** The same from where the seat works today. */
    double hoursToday(Account account, int seat) {
        return hours(account, seat, today);
    }

    /** Who sells from inside does not travel. */
    private double hours(Account account, int seat, Map<Integer, GeoPoint> from) {
        Roads.Leg leg = roster.isInside(seat) ? null : leg(account, seat);
        double way = roster.isInside(seat) ? 0 : Travel.kilometres(from.get(seat), account.place());
        double minutes = leg == null
                ? travel.minutes(score(account), way)
                : travel.minutes(score(account), 0) + travel.visitsPerYear(score(account)) * 2 * leg.minutesOneWay();
        return minutes / 60;
    }

    private Roads.@Nullable Leg leg(Account account, int seat) {
        Roads roads = input.roads();
        return roads.isEmpty() ? null : roads.leg(roster.rep(seat), account);
    }

    Prepared with(TerritoryProblem changed) {
        return new Prepared(input, roster, changed, members, today, homes, targets, travel, exemptions);
    }

    /** Road kilometres from a seat to an account, one way. */
    double kilometres(Account account, int seat) {
        Roads.Leg leg = leg(account, seat);
        return leg != null ? leg.kilometres() : Travel.kilometres(homes.get(seat), account.place());
    }
}
