package io.fairpatch.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Holders;
import io.fairpatch.plan.problem.Mix;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Table;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What whole units keep, against every set of them; the bound that follows, against every plan. */
class TighteningTest {
    private static final int UNITS = 8;
    private static final int SEATS = 3;
    private static final int MIX_CENTS = 300;

    /** Some units far larger than others, so that the relaxation splits them. */
    private static TerritoryProblem problem(SplittableRandom random) {
        long[] potential = random.longs(UNITS, 1, 100)
                .map(drawn -> drawn > 60 ? 3 * drawn : drawn)
                .toArray();
        int[][] cents = new int[UNITS][SEATS];
        int[][] minutes = new int[UNITS][SEATS];
        for (int u = 0; u < UNITS; u++) {
            Arrays.setAll(cents[u], seat -> random.nextInt(1_000));
            Arrays.setAll(minutes[u], seat -> 1 + random.nextInt(60));
        }
        var units = IntStream.range(0, UNITS)
                .mapToObj(u -> FreeUnit.of(
                        u,
                        SEATS,
                        potential[u],
                        new int[] {1, u % 2, 0, 0, 0, 0, 0, 0},
                        new Holders(new int[] {u % SEATS}, new int[] {1}, new long[] {10})))
                .toList();
        double even = Arrays.stream(potential).sum() / (double) SEATS;
        var seats = IntStream.range(0, SEATS)
                .mapToObj(s -> new Seat(
                        s,
                        "S" + s,
                        Band.around(even, 0.4, 1),
                        Band.around(90, 0.6, 1),
                        Caps.OPEN,
                        Mix.open().with(Count.TIER_1, 1, 2, MIX_CENTS)))
                .toList();
        int moved = random.nextBoolean() ? UNITS : 4;
        return new TerritoryProblem(units, seats, Table.of(cents, minutes), moved);
    }

    /** The least cost of all plans inside the rules; {@link Long#MAX_VALUE} where there is none. */
    private static long least(TerritoryProblem problem) {
        long best = Long.MAX_VALUE;
        int[] plan = new int[UNITS];
        for (int code = 0; code < Math.pow(SEATS, UNITS); code++) {
            for (int u = 0, rest = code; u < UNITS; u++, rest /= SEATS) {
                plan[u] = rest % SEATS;
            }
            var score = new Standing(problem, plan).score();
            best = score.feasible() ? Math.min(best, score.cost()) : best;
        }
        return best;
    }

    /**
     * Bounds, cents.
     *
     * @param relaxed of the linear relaxation
     */
    private record Bounds(long relaxed, long tightened) {}

    private static Bounds bounds(TerritoryProblem problem) {
        var candidates = Candidates.of(problem);
        var gauges = Gauge.of(problem);
        var cold = Duals.none(problem, gauges);
        var budget = Budget.ofSteps(120, 1, 1);
        var pass = new Pass(problem, gauges, candidates, cold);
        pass.exact(budget, Progress.NONE);
        long relaxed = new Pricing(problem, candidates, pass.duals()).run().boundCents();
        var parts = Objects.requireNonNull(pass.parts());
        return new Bounds(
                relaxed,
                new Tightening(problem, candidates, pass.duals(), 500).run(parts, relaxed, budget, Progress.NONE));
    }

    @Property(tries = 60)
    void no_plan_costs_less_than_the_bound(@ForAll long seed) {
        var problem = problem(new SplittableRandom(seed));
        long optimum = least(problem);

        if (optimum < Long.MAX_VALUE) {
            assertThat(bounds(problem).tightened()).isLessThanOrEqualTo(optimum);
        }
    }

    @Test
    void cuts_raise_the_bound_by_a_fifth_of_what_it_lacks() {
        double lacked = 0;
        double lacks = 0;
        for (int seed = 0; seed < 40; seed++) {
            var problem = problem(new SplittableRandom(seed));
            long optimum = least(problem);
            if (optimum < Long.MAX_VALUE) {
                Bounds bounds = bounds(problem);
                lacked += optimum - bounds.relaxed();
                lacks += optimum - bounds.tightened();
            }
        }
        assertThat(lacks).isBetween(0.0, 0.8 * lacked);
    }

    @Property(tries = 200)
    void every_set_of_units_within_a_band_keeps_its_cuts(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        long[] weights = random.longs(UNITS, 1, 50).toArray();
        var gauge = new Gauge(
                Gauge.Kind.POTENTIAL,
                (unit, seat) -> weights[unit],
                new long[] {random.nextLong(1, 60)},
                new long[] {random.nextLong(60, 150)},
                new long[] {80},
                new long[1]);
        var held = BitSet.valueOf(new long[] {random.nextLong(1 << UNITS)});
        long whole = held.stream().mapToLong(unit -> weights[unit]).sum();
        for (boolean upper : new boolean[] {true, false}) {
            long room = upper ? gauge.high()[0] - whole : whole - gauge.low()[0];
            long step = random.nextLong(2, 60);
            if (Math.floorMod(room, step) != 0) {
                keeps(Cut.of(gauge, 0, upper, held, room, step), weights);
            }
        }
    }

    private static void keeps(Cut cut, long[] weights) {
        for (int set = 0; set < 1 << UNITS; set++) {
            var units = BitSet.valueOf(new long[] {set});
            long load = units.stream().mapToLong(unit -> weights[unit]).sum();
            long cutLoad = units.stream().mapToLong(cut::load).sum();
            if (cut.upper() && load <= cut.gauge().high()[0]) {
                assertThat(cutLoad).isLessThanOrEqualTo(cut.end());
            }
            if (!cut.upper() && load >= cut.gauge().low()[0]) {
                assertThat(cutLoad).isGreaterThanOrEqualTo(cut.end());
            }
        }
    }
}
