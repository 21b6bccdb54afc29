package io.fairpatch.plan.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.price.Prices;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Weights, parts and Metropolis moves against energies summed from scratch. */
final class SweepTest {
    private static final double BETA = 1.5;

    private final AssignmentProblem problem = Board.tight(2, 14, 3, 2, 0.03);
    private final Reduced reduced = Board.reduced(problem);
    private final Prices prices = prices();
    private final Core core = Board.wide(problem, new double[problem.bands()]);

    private Prices prices() {
        double[] best = new SplittableRandom(5).doubles(problem.bands(), -2, 2).toArray();
        return new Prices(best, best, 1, 0, 4e6, null, false);
    }

    /** Each band at its price, and at least at a share of the spread over the mean load. */
    private double[] weights() {
        double[] weights = new double[problem.bands()];
        for (int i = 0; i < weights.length; i++) {
            int k = i % problem.measures();
            double mean = IntStream.range(0, problem.options())
                    .mapToDouble(e -> problem.load(e, k))
                    .average()
                    .orElseThrow();
            weights[i] = Math.max(Math.abs(prices.best()[i]), 0.3 * prices.spread() / mean);
        }
        return weights;
    }

    private double energy(Plan plan, double[] weights) {
        double sum = plan.cost();
        for (int i = 0; i < weights.length; i++) {
            sum += BETA * weights[i] * problem.violation(i, plan.load(i));
        }
        return sum;
    }

    @Test
    void weights_start_at_prices_and_change_with_what_is_broken() {
        var weights = Weights.of(reduced, prices);
        double[] expected = weights();
        assertThat(weights.times(3))
                .containsExactly(Arrays.stream(expected).map(w -> 3 * w).toArray(), within(1e-9));
        var plan = Board.hidden(problem);
        plan.move(0, problem.first(0) + 1);
        for (int i = 0; i < expected.length; i++) {
            assertThat(weights.broken(plan, i)).isEqualTo(problem.violation(i, plan.load(i)) > 0);
            for (long added : new long[] {-9_000_000, 0, 1, 30_000_000}) {
                double change =
                        expected[i] * (problem.violation(i, plan.load(i) + added) - problem.violation(i, plan.load(i)));
                assertThat(weights.change(plan, i, added)).isCloseTo(change, within(1e-3));
            }
        }
        int broken = (int) IntStream.range(0, expected.length)
                .filter(i -> weights.broken(plan, i))
                .count();
        assertThat(broken).isBetween(1, expected.length - 1);
        assertThat(weights.raise(plan, 2)).isEqualTo(broken);
        weights.swing(plan, 3, 0.5);
        Arrays.setAll(expected, i -> expected[i] * (weights.broken(plan, i) ? 6 : 1));
        assertThat(weights.times(1)).containsExactly(expected, within(1e-9));
        weights.swing(Board.hidden(problem), 3, 0.5);
        Arrays.setAll(expected, i -> expected[i] / 2);
        assertThat(weights.times(1)).containsExactly(expected, within(1e-9));
    }

    @Test
    void a_band_that_can_not_be_broken_weighs_nothing() {
        var open = problem.withBands(fill(AssignmentProblem.OPEN_LOW), fill(AssignmentProblem.OPEN_HIGH));
        var weights = Weights.of(Board.reduced(open), prices);
        assertThat(weights.change(Board.hidden(open), 0, 1_000_000_000_000L)).isZero();
    }

    private long[] fill(long value) {
        long[] ends = new long[problem.bands()];
        Arrays.fill(ends, value);
        return ends;
    }

    @Test
    void without_heat_no_try_raises_the_energy_and_in_the_end_no_single_move_or_swap_lowers_it() {
        double[] weights = weights();
        int still = 0;
        for (int seed = 1; seed <= 12; seed++) {
            var random = new SplittableRandom(seed);
            var plan = Board.random(problem, random);
            var books = new Books(problem, plan);
            var context =
                    new Sweep.Context(problem, core, books, Energy.stiff(problem, Weights.of(reduced, prices), BETA));
            var sweep = new Sweep(context, Parts.grow(problem, core, books, random), 0, 0, random);
            int[] units = sweep.units(null);
            assertThat(units)
                    .containsExactlyInAnyOrder(
                            IntStream.range(0, problem.units()).toArray());
            double before = energy(plan, weights);
            for (int t = 0; t < 60; t++) {
                var last = plan.copy();
                sweep.run(units, 1);
                double now = energy(plan, weights);
                assertThat(now).isLessThanOrEqualTo(before + 1e-3);
                assertThat(changed(last, plan)).isLessThanOrEqualTo(2);
                before = now;
            }
            sweep.run(units, 6_000);
            for (var other : around(plan)) {
                assertThat(energy(other, weights)).isGreaterThanOrEqualTo(energy(plan, weights) - 1e-3);
            }
            still += changed(plan, Board.hidden(problem));
        }
        assertThat(still).isPositive();
    }

    @Test
    void a_priced_energy_is_the_cost_but_for_a_constant_while_bands_hold() {
        var bands = new PricedBands(reduced, prices.best(), weights());
        var energy = Energy.priced(problem, prices.best(), bands);
        var plan = new Plan(problem, Board.hidden(problem).choices());
        bands.soften(0.5);
        int band = plan.agent(0) * problem.measures();
        double half = energy.change(plan, band, -5);
        bands.grow(0.8);
        assertThat(energy.change(plan, band, -5)).isCloseTo(2 * half, within(1e-6));
        assertThat(energy.change(plan, band, 0)).isZero();
        for (int unit = 0; unit < problem.units(); unit++) {
            for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
                var moved = plan.copy();
                double change = energy.option(e) - energy.option(plan.choice(unit));
                change += changes(energy, moved, plan.choice(unit), -1);
                moved.move(unit, e);
                change -= changes(energy, moved, e, -1);
                double broken = 0;
                for (int i = 0; i < problem.bands(); i++) {
                    broken += (Math.abs(prices.best()[i]) + weights()[i]) * problem.violation(i, moved.load(i));
                }
                assertThat(change).isCloseTo(problem.cost(e) - problem.cost(plan.choice(unit)) + broken, within(1e-2));
            }
        }
    }

    private double changes(Energy energy, Plan plan, int option, int sign) {
        double sum = 0;
        for (int k = 0; k < problem.measures(); k++) {
            int band = problem.agent(option) * problem.measures() + k;
            sum += energy.change(plan, band, sign * problem.load(option, k));
        }
        return sum;
    }

    /** All plans one move or one exchange away. */
    private Iterable<Plan> around(Plan plan) {
        return () -> IntStream.range(0, problem.units())
                .boxed()
                .flatMap(u -> IntStream.range(0, problem.agents()).boxed().flatMap(a -> IntStream.rangeClosed(
                                -1, problem.units() - 1)
                        .filter(v -> v < 0 || (v != u && plan.agent(v) == a && plan.agent(u) != a))
                        .mapToObj(v -> exchanged(plan, u, a, v))))
                .iterator();
    }

    private Plan exchanged(Plan plan, int unit, int agent, int partner) {
        var other = plan.copy();
        if (partner >= 0) {
            other.move(partner, problem.first(partner) + plan.agent(unit));
        }
        other.move(unit, problem.first(unit) + agent);
        return other;
    }

    private int changed(Plan a, Plan b) {
        return (int) IntStream.range(0, problem.units())
                .filter(u -> a.choice(u) != b.choice(u))
                .count();
    }

    @Test
    void with_heat_dearer_moves_are_taken_as_often_as_the_rule_says() {
        double temperature = 3e7;
        var random = new SplittableRandom(4);
        var plan = Board.hidden(problem);
        var books = new Books(problem, plan);
        var context = new Sweep.Context(problem, core, books, Energy.stiff(problem, Weights.of(reduced, prices), 0));
        var sweep = new Sweep(context, Parts.grow(problem, core, books, random), 0, temperature, random);
        int[] units = {0};
        double[] seen = new double[problem.agents()];
        for (int t = 0; t < 60_000; t++) {
            sweep.run(units, 1);
            seen[plan.agent(0)]++;
        }
        double[] share = IntStream.range(0, seen.length)
                .mapToDouble(a -> Math.exp(-problem.cost(problem.first(0) + a) / temperature))
                .toArray();
        double sum = Arrays.stream(share).sum();
        for (int a = 0; a < share.length; a++) {
            assertThat(seen[a] / 60_000).as("agent %d", a).isCloseTo(share[a] / sum, within(0.1));
        }
    }

    @Test
    void parts_share_out_all_agents_and_a_sweep_stays_in_its_own() {
        var wide = Board.tight(3, 300, 100, 1, 0.1);
        assertThat(Parts.count(wide)).isEqualTo(4);
        assertThat(Parts.count(problem)).isEqualTo(1);
        assertThat(Parts.count(Board.tight(1, 1, 500, 1, 0.1))).isEqualTo(16);
        double[] none = new double[wide.bands()];
        var narrow = Core.of(wide, none, new Core.Width(1, 2, 1));
        var random = new SplittableRandom(1);
        var plan = Board.hidden(wide);
        var books = new Books(wide, plan);
        var parts = Parts.grow(wide, narrow, books, random);
        assertThat(parts.count()).isEqualTo(4);
        int[] all = IntStream.range(0, 4)
                .flatMap(p -> IntStream.of(parts.agents(p)))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 100).toArray());
        for (int p = 0; p < 4; p++) {
            int part = p;
            assertThat(IntStream.of(parts.agents(p))).hasSize(25).allMatch(a -> parts.of(a) == part);
        }
        var weights = Weights.of(Board.reduced(wide), Prices.none(wide.bands()));
        var context = new Sweep.Context(wide, narrow, books, Energy.stiff(wide, weights, 0));
        var sweep = new Sweep(context, parts, 2, 1e9, random);
        boolean[] marked = new boolean[100];
        marked[parts.agents(2)[0]] = true;
        int its = parts.agents(2)[0];
        assertThat(IntStream.of(sweep.units(marked))).hasSize(3).allMatch(u -> plan.agent(u) == its);
        var before = plan.copy();
        sweep.run(sweep.units(null), 2_000);
        int moved = 0;
        for (int u = 0; u < wide.units(); u++) {
            boolean same = plan.choice(u) == before.choice(u);
            moved += same ? 0 : 1;
            assertThat(same || (parts.of(before.agent(u)) == 2 && parts.of(plan.agent(u)) == 2))
                    .isTrue();
        }
        assertThat(moved).isPositive();
    }

    @Test
    void of_two_plans_each_part_takes_the_cheaper_one_within_its_bands() {
        var builder =
                new ProblemBuilder(IntStream.range(0, 6).mapToObj(a -> "r" + a).toList(), List.of("m"));
        for (int a = 0; a < 6; a++) {
            builder.band(a, 0, 0, 2 * Scale.ONE);
        }
        long[] one = {Scale.ONE};
        for (int u = 0; u < 6; u++) {
            builder.unit("u" + u).option(u / 2 * 2, 4, one).option(u / 2 * 2 + 1, u < 4 ? u : 9, one);
        }
        var its = builder.build();
        var plan = new Plan(its, new int[] {0, 3, 4, 7, 8, 11});
        var core = Board.wide(its, new double[6]);
        var parts = Parts.grow(its, core, new Books(its, plan), new SplittableRandom(1), 3);
        var other = new Plan(its, new int[] {1, 2, 5, 6, 9, 10});
        assertThat(parts.better(its, plan, other).choices()).containsExactly(1, 2, 5, 6, 8, 11);
        long[] high = LongStream.of(2, 0, 2, 2, 2, 2).map(h -> h * Scale.ONE).toArray();
        assertThat(parts.better(its.withBands(new long[6], high), plan, other).choices())
                .containsExactly(0, 3, 5, 6, 8, 11);
    }

    @Test
    void parts_grow_through_agents_that_share_units() {
        var ring = ring();
        var core = Board.wide(ring, new double[ring.bands()]);
        var plan =
                new Plan(ring, IntStream.range(0, ring.units()).map(u -> 2 * u).toArray());
        var parts = Parts.grow(ring, core, new Books(ring, plan), new SplittableRandom(9));
        int borders = (int) IntStream.range(0, 96)
                .filter(a -> parts.of(a) != parts.of((a + 1) % 96))
                .count();
        assertThat(borders).as("borders between neighbours on the ring").isLessThan(16);
    }

    /** Unit u may go to agents u and u + 1. */
    private static AssignmentProblem ring() {
        var builder =
                new ProblemBuilder(IntStream.range(0, 96).mapToObj(a -> "r" + a).toList(), List.of("m"));
        for (int u = 0; u < 96; u++) {
            builder.unit("u" + u).option(u, 0, 1).option((u + 1) % 96, 0, 1);
        }
        return builder.build();
    }
}
