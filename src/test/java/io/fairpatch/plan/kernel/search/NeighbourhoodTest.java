package io.fairpatch.plan.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.price.Prices;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches of pieces: as good as trying all plans where a piece is all there is, and never worse than where they began. */
final class NeighbourhoodTest {

    private static double[] hard(AssignmentProblem problem) {
        double[] hard = new double[problem.bands()];
        Arrays.fill(hard, Double.POSITIVE_INFINITY);
        return hard;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void a_piece_of_all_agents_ends_at_the_best_of_all_plans(int agents) {
        for (int seed = 1; seed <= 6; seed++) {
            var problem = Board.tight(seed, 9, agents, 1 + seed % 2, 0.04);
            var plan = Board.hidden(problem);
            run(problem, plan, new Neighbourhood.Shape(agents, 9, 50_000, 0, hard(problem)), seed, 20_000, null);
            assertThat(plan.violation()).isZero();
            assertThat(plan.cost()).as("problem %d", seed).isEqualTo(BruteForce.of(problem).leastCost);
        }
    }

    @Test
    void soft_bands_are_worth_their_penalty() {
        for (int seed = 1; seed <= 6; seed++) {
            var problem = Board.tight(seed, 8, 2, 1, 0.02);
            double[] penalties = {2.5, 2.5};
            var plan = Board.random(problem, new SplittableRandom(seed));
            run(problem, plan, new Neighbourhood.Shape(2, 8, 50_000, 0, penalties), seed, 20_000, null);
            assertThat(energy(problem, plan, 2.5)).as("problem %d", seed).isEqualTo(least(problem, 2.5));
        }
    }

    private static double energy(AssignmentProblem problem, Plan plan, double penalty) {
        return plan.cost() + penalty * plan.violation();
    }

    /** Over all plans. */
    private static double least(AssignmentProblem problem, double penalty) {
        int units = problem.units();
        return IntStream.range(0, 1 << units)
                .mapToDouble(bits -> energy(
                        problem,
                        new Plan(
                                problem,
                                IntStream.range(0, units)
                                        .map(u -> problem.first(u) + (bits >> u & 1))
                                        .toArray()),
                        penalty))
                .min()
                .orElseThrow();
    }

    @Test
    void pieces_of_a_larger_problem_keep_bands_and_get_cheaper_and_agents_out_of_focus_seed_none() {
        var problem = Board.tight(5, 60, 6, 2, 0.03);
        boolean[] none = new boolean[6];
        var plan = Board.hidden(problem);
        long before = plan.cost();
        var shape = new Neighbourhood.Shape(3, 10, 5_000, 0, hard(problem));
        run(problem, plan, shape, 1, 20_000, none);
        assertThat(plan.choices()).isEqualTo(Board.hidden(problem).choices());
        long last = before;
        for (int round = 0; round < 6; round++) {
            run(problem, plan, shape, round, 20_000, null);
            assertThat(plan.violation()).isZero();
            assertThat(plan.cost()).isLessThanOrEqualTo(last);
            last = plan.cost();
        }
        assertThat(last).isLessThan(before * 7 / 10);
        var warm = new Neighbourhood.Shape(3, 10, 5_000, 5e6, hard(problem));
        run(problem, plan, warm, 1, 60_000, null);
        assertThat(plan.violation()).isZero();
        assertThat(plan.cost()).as("forced moves may cost something").isNotEqualTo(last);
    }

    private static void run(
            AssignmentProblem problem,
            Plan plan,
            Neighbourhood.Shape shape,
            long seed,
            long nodes,
            boolean @Nullable [] focus) {
        var reduced = Board.reduced(problem);
        double[] prices =
                new SplittableRandom(seed).doubles(problem.bands(), -1, 1).toArray();
        var core = Board.wide(problem, prices);
        var books = new Books(problem, plan);
        var random = new SplittableRandom(seed);
        var parts = Parts.grow(problem, core, books, random);
        var scene = new Neighbourhood.Scene(reduced, core, books, prices, focus);
        new Neighbourhood(scene, parts, 0, shape, random).run(nodes);
        assertThat(plan.choices()).as("books and plan agree").isEqualTo(new Plan(problem, plan.choices()).choices());
    }

    @Test
    void relinking_keeps_good_plans_apart_and_what_two_agree_on() {
        var problem = Board.tight(7, 12, 3, 1, 0.1);
        var reduced = Board.reduced(problem);
        var random = new SplittableRandom(1);
        Board.alone(workers -> {
            var relinking = new Relinking(reduced, new double[problem.bands()], workers);
            var first = Board.hidden(problem);
            relinking.keep(first);
            assertThat(relinking.size()).isEqualTo(1);
            relinking.keep(first);
            assertThat(relinking.size()).as("a near copy").isEqualTo(1);
            assertThat(relinking.any(random)).isNotSameAs(first);
            assertThat(relinking.any(random).choices()).isEqualTo(first.choices());
            for (int p = 0; p < 40; p++) {
                relinking.keep(Board.random(problem, random));
            }
            assertThat(relinking.size()).isEqualTo(16);
            return null;
        });
    }

    @Test
    void a_near_copy_takes_the_place_of_a_dearer_plan_and_a_cheap_one_that_of_the_dearest() {
        var problem = Board.tight(7, 12, 3, 1, 5);
        Board.alone(workers -> {
            var relinking = new Relinking(Board.reduced(problem), new double[problem.bands()], workers);
            var plan = Board.hidden(problem);
            relinking.keep(plan);
            var cheaper = plan.copy();
            int unit = IntStream.range(0, 12)
                    .filter(u -> cheapest(problem, u) != plan.choice(u))
                    .findFirst()
                    .orElseThrow();
            cheaper.move(unit, cheapest(problem, unit));
            relinking.keep(cheaper);
            assertThat(relinking.size()).isEqualTo(1);
            assertThat(relinking.any(new SplittableRandom(1)).choices()).isEqualTo(cheaper.choices());
            relinking.keep(plan);
            assertThat(relinking.any(new SplittableRandom(1)).choices()).isEqualTo(cheaper.choices());
            return null;
        });
    }

    private static int cheapest(AssignmentProblem problem, int unit) {
        return IntStream.range(problem.first(unit), problem.first(unit + 1))
                .reduce((a, b) -> problem.cost(b) < problem.cost(a) ? b : a)
                .orElseThrow();
    }

    @Test
    void between_two_plans_the_best_mix_of_what_they_disagree_on_is_found() {
        for (int seed = 1; seed <= 6; seed++) {
            var problem = Board.tight(seed, 10, 2, 1, 0.3);
            var reduced = Board.reduced(problem);
            var one = Board.hidden(problem);
            var other = new Plan(
                    problem,
                    IntStream.range(0, 10)
                            .map(u -> u < 5 ? one.choice(u) : problem.first(u) + (u + 1) % 2)
                            .toArray());
            long best = mixes(problem, one, other);
            Board.alone(workers -> {
                var relinking = new Relinking(reduced, new double[problem.bands()], workers);
                relinking.keep(one);
                relinking.keep(other);
                assertThat(relinking.size()).isEqualTo(2);
                for (int round = 0; round < 4; round++) {
                    for (var better : relinking.round(new SplittableRandom(round))) {
                        assertThat(better.violation()).isZero();
                        for (int u = 0; u < 5; u++) {
                            assertThat(better.choice(u)).isEqualTo(one.choice(u));
                        }
                    }
                }
                long found = Long.MAX_VALUE;
                for (int draw = 0; draw < 20; draw++) {
                    found = Math.min(
                            found, relinking.any(new SplittableRandom(draw)).cost());
                }
                assertThat(found).isEqualTo(best);
                return null;
            });
        }
    }

    /** The least cost within the bands of plans that take each unit's option from one of both. */
    private static long mixes(AssignmentProblem problem, Plan one, Plan other) {
        return IntStream.range(0, 1 << problem.units())
                .mapToObj(bits -> new Plan(
                        problem,
                        IntStream.range(0, problem.units())
                                .map(u -> (bits >> u & 1) == 0 ? one.choice(u) : other.choice(u))
                                .toArray()))
                .filter(plan -> plan.violation() == 0)
                .mapToLong(Plan::cost)
                .min()
                .orElseThrow();
    }

    @Test
    void the_lead_finds_the_cheapest_plan_and_repairs_broken_ones() {
        int feasible = 0;
        for (int seed = 1; seed <= 10; seed++) {
            var problem = RandomProblems.draw(seed, 9, 3);
            long least = BruteForce.of(problem).leastCost;
            if (least < Long.MAX_VALUE) {
                feasible++;
                lead(seed, problem, least);
            }
        }
        assertThat(feasible).isGreaterThan(3);
    }

    private static void lead(int seed, AssignmentProblem problem, long least) {
        Reduced reduced = Board.reduced(problem);
        Prices prices = Board.prices(reduced);
        var start = Rounding.of(reduced, prices);
        Board.alone(workers -> {
            var pace = Board.pace(400, seed);
            var primal = new Primal(reduced, prices, workers, pace, start);
            primal.repair(30);
            long repaired = primal.incumbent().violation();
            assertThat(repaired).isLessThanOrEqualTo(start.violation());
            primal.anneal();
            while (primal.incumbent().violation() > 0 || primal.incumbent().cost() > least) {
                assertThat(primal.improve()).as("problem %d", seed).isTrue();
            }
            assertThat(primal.incumbent().cost()).isEqualTo(least);
            assertThat(primal.incumbent().plan().violation()).isZero();
            return null;
        });
    }
}
