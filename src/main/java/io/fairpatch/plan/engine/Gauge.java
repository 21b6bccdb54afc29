package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A load with a band at each seat: how it is read off a pair, and what a seat allows.
 *
 * @param low by seat, {@link #OPEN_LOW} where open
 * @param high by seat, {@link #OPEN_HIGH} where open
 * @param target by seat: what violations are measured against, above 0
 * @param miss by seat: cents for each one by which a soft one is missed
 */
record Gauge(Kind kind, Load load, long[] low, long[] high, long[] target, long[] miss) {
    static final long OPEN_LOW = Long.MIN_VALUE;
    static final long OPEN_HIGH = Long.MAX_VALUE;

    /** What is measured. */
    enum Kind {
        POTENTIAL,
        WORK,
        /** What the two above mean for whole units. */
        CUT,
        CAP_ACCOUNTS,
        CAP_TIER_1,
        CAP_TIER_2,
        CAP_TIER_3,
        CAP_CUSTOMERS,
        CAP_GROWTH,
        CAP_COMPLEX,
        CAP_SIZE,
        MIX_ACCOUNTS,
        MIX_TIER_1,
        MIX_TIER_2,
        MIX_TIER_3,
        MIX_CUSTOMERS,
        MIX_GROWTH,
        MIX_COMPLEX,
        MIX_SIZE;

        private static final int COUNTS = Count.values().length;

        static Kind cap(Count count) {
            return values()[CAP_ACCOUNTS.ordinal() + count.ordinal()];
        }

        static Kind mix(Count count) {
            return values()[MIX_ACCOUNTS.ordinal() + count.ordinal()];
        }

        /** What a cap or a mix counts. */
        Count count() {
            return Count.values()[(ordinal() - CAP_ACCOUNTS.ordinal()) % COUNTS];
        }

        /** A load with a band of its own at each seat. */
        boolean banded() {
            return this == POTENTIAL || this == WORK;
        }

        /** Hard rules come before bands. */
        boolean hard() {
            return ordinal() >= CAP_ACCOUNTS.ordinal() && ordinal() < MIX_ACCOUNTS.ordinal();
        }

        /** What its price is for. */
        Duals.Room room() {
            if (hard()) {
                return Duals.Room.CAP;
            }
            if (soft()) {
                return count().learning() ? Duals.Room.LEARNING : Duals.Room.MIX;
            }
            return this == WORK ? Duals.Room.WORK : Duals.Room.POTENTIAL;
        }

        /** Missing it costs money and breaks nothing. */
        boolean soft() {
            return ordinal() >= MIX_ACCOUNTS.ordinal();
        }
    }

    /** The load of a unit at a seat. */
    interface Load {
        long of(int unit, int seat);
    }

    /** The measures some seat has a band on; potential always. */
    static List<Gauge> of(TerritoryProblem problem) {
        var gauges = new ArrayList<Gauge>();
        gauges.add(banded(
                problem,
                Kind.POTENTIAL,
                (unit, seat) -> problem.units().get(unit).potential(),
                Seat::potential));
        if (problem.seats().stream().anyMatch(seat -> !seat.minutes().isOpen())) {
            gauges.add(banded(problem, Kind.WORK, problem.pairs()::minutes, Seat::minutes));
        }
        for (Count count : Count.values()) {
            if (problem.seats().stream().anyMatch(seat -> seat.caps().of(count) != Caps.NONE)) {
                gauges.add(capped(problem, count));
            }
            if (problem.seats().stream().anyMatch(seat -> !seat.mix().isOpen(count))) {
                gauges.add(mixed(problem, count));
            }
        }
        return gauges;
    }

    /** Those that break a rule or a band when they are missed. */
    static List<Gauge> firm(List<Gauge> gauges) {
        return gauges.stream().filter(gauge -> !gauge.kind().soft()).toList();
    }

    private static Gauge banded(TerritoryProblem problem, Kind kind, Load load, Function<Seat, Band> of) {
        var gauge = open(problem, kind, load);
        for (Seat seat : problem.seats()) {
            Band band = of.apply(seat);
            if (!band.isOpen()) {
                gauge.low[seat.index()] = band.low() == 0 ? OPEN_LOW : band.low();
                gauge.high[seat.index()] = band.high();
                gauge.target[seat.index()] = band.target();
            }
        }
        return gauge;
    }

    private static Gauge capped(TerritoryProblem problem, Count count) {
        var gauge = open(problem, Kind.cap(count), load(problem, count));
        for (Seat seat : problem.seats()) {
            int cap = seat.caps().of(count);
            gauge.high[seat.index()] = cap == Caps.NONE ? OPEN_HIGH : cap;
        }
        return gauge;
    }

    private static Gauge mixed(TerritoryProblem problem, Count count) {
        var gauge = open(problem, Kind.mix(count), load(problem, count));
        for (Seat seat : problem.seats()) {
            int low = seat.mix().low()[count.ordinal()];
            int high = seat.mix().high()[count.ordinal()];
            gauge.low[seat.index()] = low == 0 ? OPEN_LOW : low;
            gauge.high[seat.index()] = high == Caps.NONE ? OPEN_HIGH : high;
            gauge.miss[seat.index()] = seat.mix().cents()[count.ordinal()];
        }
        return gauge;
    }

    /** One cut a seat; null for none. */
    static Gauge of(TerritoryProblem problem, List<@Nullable Cut> cuts) {
        var gauge = open(problem, Kind.CUT, (unit, seat) -> {
            Cut cut = cuts.get(seat);
            return cut == null ? 0 : cut.load(unit);
        });
        for (int seat = 0; seat < cuts.size(); seat++) {
            Cut cut = cuts.get(seat);
            if (cut != null) {
                long[] end = cut.upper() ? gauge.high : gauge.low;
                end[seat] = cut.end();
                gauge.target[seat] = cut.target();
            }
        }
        return gauge;
    }

    private static Load load(TerritoryProblem problem, Count count) {
        return (unit, seat) -> problem.units().get(unit).count(count);
    }

    private static Gauge open(TerritoryProblem problem, Kind kind, Load load) {
        int seats = problem.seats().size();
        var gauge = new Gauge(kind, load, new long[seats], new long[seats], new long[seats], new long[seats]);
        Arrays.fill(gauge.low, OPEN_LOW);
        Arrays.fill(gauge.high, OPEN_HIGH);
        Arrays.fill(gauge.target, 1);
        return gauge;
    }

    /** Whether a unit weighs the same at every seat. */
    boolean isAlike() {
        return kind != Kind.WORK && kind != Kind.CUT;
    }

    boolean isOpen(int seat) {
        return low[seat] == OPEN_LOW && high[seat] == OPEN_HIGH;
    }
}
