package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.plan.problem.Pairs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Travel, fit and work of every pair, computed when asked: at 100,000 units and 500 seats a table would need more memory than
 * the search. Places are unit vectors, so that a distance is one arc sine. Who sells from inside does not travel.
 */
final class Journeys implements Pairs {
    private final Travel travel;
    private final int[] first;
    private final double[] places;
    private final double[] visits;
    private final double[] fixedMinutes;
    private final double[] homes;
    private final boolean[] known;
    private final double[][] worse;
    private final double centsAPoint;
    private final boolean far;
    private final Roads roads;
    private final List<Account> accounts;
    private final Roster roster;

    Journeys(
            PlanInput input, List<List<Account>> members, Map<Integer, GeoPoint> bySeat, Roster roster, Travel travel) {
        int seats = roster.size();
        var fit = new Fit(input, roster);
        this.travel = travel;
        this.roster = roster;
        this.roads = input.roads();
        this.accounts = members.stream().flatMap(List::stream).toList();
        this.first = new int[members.size() + 1];
        for (int unit = 0; unit < members.size(); unit++) {
            first[unit + 1] = first[unit] + members.get(unit).size();
        }
        int size = accounts.size();
        this.places = new double[3 * size];
        this.visits = new double[size];
        this.fixedMinutes = new double[size];
        this.homes = new double[3 * seats];
        this.known = new boolean[seats];
        this.worse = new double[size][];
        this.far = input.levers().drawn().byDistance();
        this.centsAPoint = input.levers().drawn() == Levers.Drawn.GEOGRAPHY
                ? 0
                : input.planning().goals().fit();
        int at = 0;
        for (List<Account> family : members) {
            for (Account account : family) {
                AccountScore score = Objects.requireNonNull(input.scores().get(account.id()));
                visits[at] = vector(account.place(), places, 3 * at) ? travel.visitsPerYear(score) : 0;
                fixedMinutes[at] = travel.minutes(score, 0);
                worse[at] = fit.worse(account);
                at++;
            }
        }
        for (int seat = 0; seat < seats; seat++) {
            known[seat] = !roster.isInside(seat) && vector(bySeat.get(seat), homes, 3 * seat);
        }
    }

    private static boolean vector(@Nullable GeoPoint place, double[] into, int at) {
        if (place == null) {
            return false;
        }
        double latitude = Math.toRadians(place.latitude());
        double longitude = Math.toRadians(place.longitude());
        into[at] = Math.cos(latitude) * Math.cos(longitude);
        into[at + 1] = Math.cos(latitude) * Math.sin(longitude);
        into[at + 2] = Math.sin(latitude);
        return true;
    }

    private Roads.@Nullable Leg leg(int account, int seat) {
        return roads.isEmpty() ? null : roads.leg(roster.rep(seat), accounts.get(account));
    }

    /** Road kilometres, one way. */
    private double kilometres(int account, int seat) {
        Roads.Leg leg = leg(account, seat);
        return leg == null ? greatCircle(account, seat) : leg.kilometres();
    }

    private double minutesOnTheWay(int account, int seat) {
        Roads.Leg leg = leg(account, seat);
        return leg == null
                ? Travel.minutesOnTheWay(visits[account], greatCircle(account, seat))
                : visits[account] * 2 * leg.minutesOneWay();
    }

    private double greatCircle(int account, int seat) {
        double x = places[3 * account] - homes[3 * seat];
        double y = places[3 * account + 1] - homes[3 * seat + 1];
        double z = places[3 * account + 2] - homes[3 * seat + 2];
        double half = Math.min(1, Math.sqrt(x * x + y * y + z * z) / 2);
        return Travel.ROAD_FACTOR * 2 * GeoPoint.EARTH_RADIUS_KM * Math.asin(half);
    }

    @Override
    public long travelCents(int unit, int seat) {
        double sum = 0;
        for (int account = first[unit]; far && known[seat] && account < first[unit + 1]; account++) {
            sum += visits[account] == 0 ? 0 : travel.cents(visits[account], kilometres(account, seat));
        }
        return Math.round(sum);
    }

    @Override
    public long fitCents(int unit, int seat) {
        double points = 0;
        for (int account = first[unit]; account < first[unit + 1]; account++) {
            points += worse[account][seat];
        }
        return Math.round(points * centsAPoint);
    }

    @Override
    public long minutes(int unit, int seat) {
        double sum = 0;
        for (int account = first[unit]; account < first[unit + 1]; account++) {
            sum += fixedMinutes[account];
            if (known[seat] && visits[account] != 0) {
                sum += minutesOnTheWay(account, seat);
            }
        }
        return Math.round(sum);
    }
}
