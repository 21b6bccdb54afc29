package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A load with a band at each seat: how it is read off a pair, and what a seat allows.
 *
 * @param low by seat, {@link #OPEN_LOW} where open
 * @param high by seat, {@link #OPEN_HIGH} where open
 * @param target by seat: what violations are measured against, above 0
 */
record Gauge(Kind kind, Load load, long[] low, long[] high, long[] target) {
    static final long OPEN_LOW = Long.MIN_VALUE;
    static final long OPEN_HIGH = Long.MAX_VALUE;

    /** What is measured: the place of {@code COUNTED} is that of its cap. */
    enum Kind {
        POTENTIAL,
        WORK,
        ACCOUNTS,
        TIER_1,
        TIER_2,
        TIER_3;

        /** Hard rules come before bands. */
        boolean hard() {
            return ordinal() >= ACCOUNTS.ordinal();
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
        for (int measure = 0; measure < Caps.MEASURES; measure++) {
            int of = measure;
            if (problem.seats().stream().anyMatch(seat -> seat.caps().of(of) != Caps.NONE)) {
                gauges.add(capped(problem, measure));
            }
        }
        return gauges;
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

    private static Gauge capped(TerritoryProblem problem, int measure) {
        Kind kind = Kind.values()[Kind.ACCOUNTS.ordinal() + measure];
        var gauge =
                open(problem, kind, (unit, seat) -> problem.units().get(unit).counted(measure));
        for (Seat seat : problem.seats()) {
            int cap = seat.caps().of(measure);
            gauge.high[seat.index()] = cap == Caps.NONE ? OPEN_HIGH : cap;
            gauge.target[seat.index()] = 1;
        }
        return gauge;
    }

    private static Gauge open(TerritoryProblem problem, Kind kind, Load load) {
        int seats = problem.seats().size();
        var gauge = new Gauge(kind, load, new long[seats], new long[seats], new long[seats]);
        java.util.Arrays.fill(gauge.low, OPEN_LOW);
        java.util.Arrays.fill(gauge.high, OPEN_HIGH);
        java.util.Arrays.fill(gauge.target, 1);
        return gauge;
    }

    boolean isOpen(int seat) {
        return low[seat] == OPEN_LOW && high[seat] == OPEN_HIGH;
    }
}
