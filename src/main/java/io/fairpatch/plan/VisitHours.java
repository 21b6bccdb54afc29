package io.fairpatch.plan;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Hours of work a year that an account makes for a rep, as the planner counts them. Thread-safe. */
public final class VisitHours {
    private final Travel travel;

    public VisitHours(CoverageConfig coverage) {
        this.travel = new Travel(coverage, 0);
    }

    /** Hours a year; a place that is unknown costs no travel. */
    public double of(Tier tier, @Nullable GeoPoint account, @Nullable GeoPoint home) {
        return travel.minutes(tier, Travel.kilometres(home, account)) / 60;
    }

    /**
     * Kilometres on the road a year for all visits there and back: from each rep's home, else from the middle of the very
     * book. A place that is unknown costs none, nor do accounts of who sells from inside.
     *
     * @param reps by account, today's or planned
     */
    public static long kilometres(PlanInput input, Map<SalesforceId, SalesforceId> reps) {
        var travel = new Travel(input.coverage(), 0);
        var roster = new Roster(input);
        Map<Integer, GeoPoint> homes = new Homes(roster, input.accounts()).bySeat(reps);
        double sum = 0;
        for (Account account : input.accounts()) {
            Integer seat = roster.seat(reps.get(account.id()));
            if (seat != null && !roster.isInside(seat)) {
                Roads.Leg leg = input.roads().leg(roster.rep(seat), account);
                double way = leg == null ? Travel.kilometres(homes.get(seat), account.place()) : leg.kilometres();
                var score = Objects.requireNonNull(input.scores().get(account.id()));
                sum += travel.visitsPerYear(score) * 2 * way;
            }
        }
        return Math.round(sum);
    }

    /** Where active reps work from, as the planner takes it: their home, else the centre of their book. */
    public static Map<SalesforceId, GeoPoint> homes(PlanInput input) {
        return homes(input, seat -> true, new Roster(input));
    }

    /** The same of those who travel, which who sells from inside does not. */
    public static Map<SalesforceId, GeoPoint> travellers(PlanInput input) {
        var roster = new Roster(input);
        return homes(input, seat -> !roster.isInside(seat), roster);
    }

    private static Map<SalesforceId, GeoPoint> homes(PlanInput input, IntPredicate wanted, Roster roster) {
        var homes = new HashMap<SalesforceId, GeoPoint>();
        new Homes(roster, input.accounts()).bySeat(input.currentRep()).forEach((seat, home) -> {
            if (wanted.test(seat)) {
                homes.put(roster.rep(seat).id(), home);
            }
        });
        return homes;
    }
}
