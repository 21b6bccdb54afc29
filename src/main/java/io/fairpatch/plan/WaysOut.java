package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.Money;
import io.fairpatch.model.Progress;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Pin;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What would help where bands can't all be met: each change is planned again and its outcome compared. One use. */
final class WaysOut {
    private static final int SHOWN = 3;
    private static final int STEPS = 80;
    private static final int VACANCY = 999;

    private final Planner planner;
    private final PlanInput input;
    private final Planner.Solved now;
    private final Progress progress;
    private final Standing standing;

    WaysOut(Planner planner, PlanInput input, Planner.Solved now, Progress progress) {
        this.planner = planner;
        this.input = input;
        this.now = now;
        this.progress = progress;
        this.standing = new Standing(now.prepared().problem(), now.result().assignment());
    }

    /** The best three that help, those that meet all bands first. */
    List<WayOut> find() {
        progress.stage("Looking for ways out");
        var ways = new ArrayList<WayOut>();
        add(ways, widerBand());
        add(ways, oneMoreRep());
        add(ways, releasedPin());
        add(ways, moreMoves());
        ways.sort(Comparator.comparing(WayOut::meetsAll, Comparator.reverseOrder())
                .thenComparingLong(WayOut::outsideAfter)
                .thenComparingDouble(WayOut::costCents));
        return List.copyOf(ways.subList(0, Math.min(SHOWN, ways.size())));
    }

    private static void add(List<WayOut> ways, @Nullable WayOut way) {
        if (way != null && (way.meetsAll() || way.outsideAfter() < way.outsideBefore())) {
            ways.add(way);
        }
    }

    /** The least bands that this very plan is inside of. */
    private @Nullable WayOut widerBand() {
        PlanScore score = now.score();
        double potential =
                needed(Planner.POTENTIAL, Planner.DEFAULT_POTENTIAL_BAND, Seat::potential, standing::potential);
        double work = needed(Planner.WORKLOAD, Planner.DEFAULT_WORKLOAD_BAND, Seat::minutes, standing::minutes);
        if (score.broken() > 0 || score.outside() == 0) {
            return null;
        }
        String sentence = String.format(
                Locale.ROOT,
                "Bands of +-%.1f %% of potential and +-%.1f %% of work hold this plan as it is.",
                100 * potential,
                100 * work);
        return new WayOut("wider band", sentence, true, score.outside(), 0, score.cost());
    }

    private interface Loads {
        long of(int seat);
    }

    private double needed(String measure, double usual, Function<Seat, Band> band, Loads loads) {
        double share = input.planning().bands().getOrDefault(measure, usual);
        for (Seat seat : now.prepared().problem().seats()) {
            Band its = band.apply(seat);
            if (its.violation(loads.of(seat.index())) > 0) {
                double off = Math.abs((double) loads.of(seat.index()) / its.target() - 1);
                share = Math.max(share, Math.ceil(1_000 * off) / 1_000);
            }
        }
        return share;
    }

    private @Nullable WayOut oneMoreRep() {
        int seat = heaviest();
        if (seat < 0) {
            return null;
        }
        Rep beside = now.prepared().roster().rep(seat);
        var home = now.prepared().homes().get(seat);
        Rep hired = Vacancy.rep(VACANCY, "One more rep", beside.role(), RampStage.RAMPED, home);
        var reps = new ArrayList<>(input.reps());
        reps.add(hired);
        return tried("one more rep", "One more ramped rep near " + beside.name(), input.with(reps));
    }

    /** The seat furthest above its bands, or -1. */
    private int heaviest() {
        long most = 0;
        int heaviest = -1;
        for (Seat seat : now.prepared().problem().seats()) {
            long above = seat.potential().above(standing.potential(seat.index()))
                    + seat.minutes().above(standing.minutes(seat.index()));
            if (above > most) {
                most = above;
                heaviest = seat.index();
            }
        }
        return heaviest;
    }

    private @Nullable WayOut releasedPin() {
        Unit best = null;
        long most = 0;
        for (Unit unit : now.prepared().problem().units()) {
            boolean releasable = unit.why() == Pin.NAMED || unit.why() == Pin.HELD;
            if (releasable && relief(unit) > most) {
                most = relief(unit);
                best = unit;
            }
        }
        if (best == null) {
            return null;
        }
        List<Account> family = now.prepared().members().get(best.index());
        Set<SalesforceId> released = Set.copyOf(family.stream().map(Account::id).toList());
        return tried(
                "released pin",
                "Releasing " + best.name() + " from its pin (" + best.why().words() + ")",
                input.with(input.levers().releasing(released)));
    }

    /** By how much the bands of the unit's seat would be kept better without it. */
    private long relief(Unit unit) {
        int seat = standing.seatOf(unit.index());
        Seat whose = now.prepared().problem().seats().get(seat);
        long without = whose.potential().violation(standing.potential(seat) - unit.potential())
                + whose.minutes()
                        .violation(standing.minutes(seat)
                                - now.prepared().problem().pairs().minutes(unit.index(), seat));
        return standing.outside(seat) - without;
    }

    private @Nullable WayOut moreMoves() {
        int most = now.prepared().problem().mostMoved();
        Set<SalesforceId> only = input.levers().onlyAccounts();
        int free = only == null ? input.accounts().size() : only.size();
        if (standing.moved() < most || most >= free || input.levers().ignoreOwners()) {
            return null;
        }
        int twice = Math.min(free, 2 * Math.max(1, most));
        return tried(
                "more moves",
                "Allowing " + twice + " moves instead of " + most,
                input.with(input.levers().atMost(twice)));
    }

    /** Null where it breaks more rules: no band is worth one. */
    private @Nullable WayOut tried(String kind, String change, PlanInput changed) {
        PlanScore before = now.score();
        PlanScore after = planner.solve(changed, STEPS, Progress.NONE).score();
        if (after.broken() > before.broken()) {
            return null;
        }
        String outcome = after.feasible()
                ? "meets all bands"
                : String.format(
                        Locale.ROOT,
                        "leaves %.1f %% of a target outside the bands instead of %.1f %%",
                        after.outside() / 100.0,
                        before.outside() / 100.0);
        String sentence = change + " " + outcome + ", at " + Money.words(after.cost()) + " a year.";
        return new WayOut(kind, sentence, after.feasible(), before.outside(), after.outside(), after.cost());
    }
}
