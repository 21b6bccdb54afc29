package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.bench.plan.LinearProgram;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Interior points over all options against an independent simplex, in few iterations. */
final class InteriorTest {
    private static final double FINE = 1e-8;

    private record Known(AssignmentProblem problem, double value) {}

    private static Known[] known = {};

    @BeforeAll
    static void values_by_another_solver() {
        known = Stream.concat(
                        IntStream.rangeClosed(1, 14).mapToObj(seed -> RandomProblems.draw(seed, 50, 7)),
                        IntStream.rangeClosed(1, 14).mapToObj(seed -> OddProblems.draw(seed, 5, 50, 7)))
                .map(problem -> new Known(problem, LinearProgram.value(problem) * 1e6))
                .toArray(Known[]::new);
    }

    @Test
    void the_bound_ends_at_the_optimum_of_the_relaxation_and_shares_hold_all_bands() {
        int solved = 0;
        long iterations = 0;
        for (int p = 0; p < known.length; p++) {
            if (!Double.isNaN(known[p].value())) {
                solved++;
                iterations += solve(p, known[p]);
            }
        }
        assertThat(solved).isGreaterThan(12);
        assertThat(iterations).as("of all").isLessThanOrEqualTo(225);
    }

    /** Answers the iterations it took. */
    private static long solve(int number, Known known) {
        var reduced = Presolve.pinsOnly(known.problem());
        var columns = Columns.of(reduced, e -> true);
        double spread = Pricing.spread(reduced.problem());
        var pace = Drawn.pace(1_000);
        var interior = solved(reduced, columns, spread, Double.POSITIVE_INFINITY, pace);
        double scale = Math.max(Math.abs(known.value()), 1e-3 * spread * columns.units());
        assertThat(interior.bestBound()).as("bound of %d", number).isCloseTo(known.value(), within(3e-8 * scale + 1));
        assertThat(Drawn.bound(reduced, interior.best()))
                .as("bound of %d by its prices", number)
                .isCloseTo(interior.bestBound(), within(1e-9 * scale + 1));
        assertThat(pace.steps()).as("iterations of %d", number).isLessThanOrEqualTo(28);
        assertThat(interior.stuck()).isFalse();
        assertThat(interior.covers()).as("covers %d", number).isTrue();
        assertThat(cost(number, reduced, interior))
                .as("cost of %d", number)
                .isCloseTo(known.value(), within(3e-8 * scale + 1));
        return pace.steps();
    }

    /** Of the shares, which sum up to one a unit and keep the bands. */
    private static double cost(int number, Reduced reduced, Interior interior) {
        var problem = reduced.problem();
        var shares = interior.result();
        double[] load = new double[problem.bands()];
        double cost = 0;
        for (int u = 0; u < problem.units(); u++) {
            double sum = 0;
            for (int at = shares.first()[u]; at < shares.first()[u + 1]; at++) {
                double share = shares.share()[at];
                assertThat(share).isBetween(0.0, 1 + 1e-9);
                sum += share;
                cost += share * problem.cost(shares.option()[at]);
                for (int k = 0; k < problem.measures(); k++) {
                    load[problem.agent(shares.option()[at]) * problem.measures() + k] +=
                            share * problem.load(shares.option()[at], k);
                }
            }
            assertThat(sum).as("unit %d of %d", u, number).isCloseTo(1, within(1e-9));
        }
        for (int i = 0; i < load.length; i++) {
            double room = 1e-5 * Math.max(1e6, Math.abs((double) reduced.high()[i]));
            assertThat(load[i])
                    .as("band %d of %d", i, number)
                    .isBetween(reduced.low()[i] - room, reduced.high()[i] + room);
        }
        return cost;
    }

    @Test
    void without_a_solution_elastic_slacks_fill_in_and_the_bound_passes_any_plan() {
        for (int p : new int[] {1, 2, 3, 7, 9, 11}) {
            var reduced = Presolve.pinsOnly(starved(known[p].problem()));
            assertThat(reduced.contradictory()).isFalse();
            var columns = Columns.of(reduced, e -> true);
            double spread = Pricing.spread(reduced.problem());
            double enough = Pricing.dearest(reduced.problem()) + 1.0;
            var patient = solved(reduced, columns, spread, Double.POSITIVE_INFINITY, Drawn.pace(25));
            assertThat(patient.bestBound()).as("bound of %d", p).isGreaterThan(enough);
            assertThat(patient.covers()).as("covers %d", p).isFalse();
            var pace = Drawn.pace(25);
            assertThat(solved(reduced, columns, spread, enough, pace).bestBound())
                    .isGreaterThan(enough);
            assertThat(pace.steps()).as("it ends there").isLessThan(25);
        }
    }

    private static Interior solved(Reduced reduced, Columns columns, double spread, double enough, Pace pace) {
        return Drawn.alone(workers -> {
            var interior = new Interior(reduced, columns, Elimination.of(columns), spread, workers, pace);
            interior.run(new double[reduced.low().length], 0.1 * spread, FINE, enough);
            return interior;
        });
    }

    /** The same problem where all agents together have room for half of what the units bring at least. */
    private static AssignmentProblem starved(AssignmentProblem problem) {
        long least = 0;
        for (int u = 0; u < problem.units(); u++) {
            least += IntStream.range(problem.first(u), problem.first(u + 1))
                    .mapToLong(e -> problem.load(e, 0))
                    .min()
                    .orElseThrow();
        }
        long[] low = new long[problem.bands()];
        long[] high = new long[problem.bands()];
        Arrays.fill(low, AssignmentProblem.OPEN_LOW);
        Arrays.fill(high, AssignmentProblem.OPEN_HIGH);
        for (int i = 0; i < high.length; i += problem.measures()) {
            high[i] = least / 2 / problem.agents();
        }
        return problem.withBands(low, high);
    }

    @Test
    void prices_of_what_can_not_be_held_end_below_their_limit() {
        for (int p : new int[] {2, 7, 9}) {
            var reduced = Presolve.pinsOnly(starved(known[p].problem()));
            var columns = Columns.of(reduced, e -> true);
            double spread = Pricing.spread(reduced.problem());
            double mean = IntStream.range(0, columns.size())
                    .mapToDouble(e -> Math.abs(columns.load[e * columns.measures]))
                    .average()
                    .orElseThrow();
            var interior = solved(reduced, columns, spread, Double.POSITIVE_INFINITY, Drawn.pace(100));
            double most = Arrays.stream(interior.prices()).map(Math::abs).max().orElseThrow();
            assertThat(most).isBetween(0.5e5 * spread / mean, 1e5 * spread / mean);
        }
    }

    @Test
    void it_ends_where_the_pace_does_and_starts_again_from_a_central_point() {
        var reduced = Presolve.pinsOnly(known[3].problem());
        var columns = Columns.of(reduced, e -> true);
        double spread = Pricing.spread(reduced.problem());
        Drawn.alone(workers -> {
            var pace = Drawn.pace(4);
            var first = new Interior(reduced, columns, Elimination.of(columns), spread, workers, pace);
            first.run(new double[reduced.low().length], spread, FINE, Double.POSITIVE_INFINITY);
            assertThat(pace.steps()).isEqualTo(4);
            assertThat(first.centralMu()).isBetween(1e-3 * spread, spread);
            assertThat(first.central()).isNotSameAs(first.prices());
            return null;
        });
    }
}
