package io.fairpatch.plan.kernel.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The best way to place some units anew inside some agents, against all ways, with bands soft or hard. */
final class TreeSearchTest {
    private Reduced reduced = Presolve.pinsOnly(OddProblems.draw(1, 6, 6, 4));
    private AssignmentProblem problem = reduced.problem();
    private Plan plan = new Plan(problem, new int[0]);
    private double[] prices = {};
    private double[] penalties = {};
    private int[] agents = {};
    private final List<Integer> free = new ArrayList<>();
    private int forbidden;

    @Test
    void a_piece_ends_with_the_best_of_all_ways() {
        int better = 0;
        for (int seed = 1; seed <= 200; seed++) {
            setUp(seed);
            var piece = piece();
            var tree = new TreeSearch(reduced, piece);
            tree.begin(plan, prices, penalties, 1e-3);
            tree.beat(tree.valueNow());
            double before = objective(plan);
            double best = best(0, plan.copy());
            int runs = 1;
            while (!tree.run(7)) {
                assertThat(tree.visited()).isEqualTo(7);
                runs++;
            }
            assertThat(tree.visited()).isBetween(1L, 7L);
            assertThat(runs).as("runs of %d", seed).isLessThan(400);
            double scale = 1e-9 * (1 + Math.abs(before));
            boolean found = best < before - 1e-3 && (forbidden < 0 || best < Double.POSITIVE_INFINITY);
            assertThat(tree.improved()).as("improved in %d", seed).isEqualTo(found);
            if (found) {
                better++;
                var after = plan.copy();
                tree.adopt(after);
                assertThat(objective(after)).as("value of %d", seed).isCloseTo(best, within(scale));
                for (int p = 0; p < piece.units(); p++) {
                    assertThat(after.choice(piece.unit(p)))
                            .isEqualTo(tree.best(p))
                            .isNotEqualTo(forbidden);
                }
            }
        }
        assertThat(better).isBetween(60, 190);
    }

    @Test
    void any_way_within_hard_bands_will_do_when_there_is_nothing_to_beat() {
        int found = 0;
        for (int seed = 1; seed <= 80; seed++) {
            setUp(seed);
            Arrays.fill(penalties, Double.POSITIVE_INFINITY);
            var tree = new TreeSearch(reduced, piece());
            tree.begin(plan, prices, penalties, 1e-3);
            assertThat(tree.run(100_000)).isTrue();
            double best = best(0, plan.copy());
            assertThat(tree.improved()).as("found in %d", seed).isEqualTo(best < Double.POSITIVE_INFINITY);
            if (tree.improved()) {
                found++;
                tree.adopt(plan);
                assertThat(objective(plan)).isCloseTo(best, within(1e-9 * (1 + Math.abs(best))));
            }
        }
        assertThat(found).isBetween(15, 75);
    }

    @Test
    void a_piece_holds_its_agents_and_units_and_grows_as_needed() {
        var large = OddProblems.draw(7, 90, 90, 9);
        reduced = Presolve.pinsOnly(large);
        problem = reduced.problem();
        plan = new Plan(problem, IntStream.range(0, 90).map(problem::first).toArray());
        prices = new double[problem.bands()];
        var piece = new Piece(problem);
        piece.begin(new int[] {0}, 1);
        piece.begin(IntStream.range(0, problem.agents()).toArray(), problem.agents() - 1);
        int last = problem.agents() - 1;
        assertThat(piece.holds(0)).isTrue();
        assertThat(piece.holds(last)).isFalse();
        assertThat(piece.slots()).isEqualTo(last);
        for (int u = 89; u >= 0; u--) {
            piece.add(u, prices, plan);
        }
        assertThat(piece.units()).isEqualTo(90);
        assertThat(IntStream.range(0, 90).map(piece::unit)).startsWith(89, 88).endsWith(1, 0);
        for (int p = 0; p < 90; p++) {
            int unit = 89 - p;
            int[] inside = IntStream.range(piece.start[p], piece.start[p + 1])
                    .map(o -> piece.option[o])
                    .toArray();
            assertThat(inside)
                    .containsExactlyInAnyOrder(IntStream.range(problem.first(unit), problem.first(unit + 1))
                            .filter(e -> problem.agent(e) != last)
                            .toArray());
            long[] costs = Arrays.stream(inside).mapToLong(problem::cost).toArray();
            assertThat(costs).isSorted();
        }
        piece.begin(new int[] {last}, 1);
        assertThat(piece.units()).isZero();
        assertThat(piece.holds(0)).isFalse();
        assertThat(piece.holds(last)).isTrue();
    }

    private void setUp(int seed) {
        var random = new SplittableRandom(seed);
        reduced = Presolve.pinsOnly(OddProblems.draw(seed, 2, 9, 4));
        problem = reduced.problem();
        plan = new Plan(
                problem,
                IntStream.range(0, problem.units())
                        .map(u -> random.nextInt(problem.first(u), problem.first(u + 1)))
                        .toArray());
        prices = random.doubles(problem.bands(), -2, 2).toArray();
        prices[random.nextInt(prices.length)] = 0;
        penalties = random.doubles(problem.bands(), 0, 8).toArray();
        agents = IntStream.range(0, problem.agents())
                .filter(a -> random.nextInt(4) > 0 || problem.agents() < 3)
                .toArray();
        free.clear();
        for (int u = 0; u < problem.units(); u++) {
            int its = plan.agent(u);
            if (IntStream.of(agents).anyMatch(a -> a == its) && random.nextInt(5) > 0) {
                free.add(u);
            }
        }
        if (free.isEmpty()) {
            agents = IntStream.range(0, problem.agents()).toArray();
            free.add(0);
        }
        forbidden = random.nextInt(3) > 0 ? -1 : plan.choice(free.get(0));
    }

    private Piece piece() {
        var piece = new Piece(problem);
        piece.begin(agents, agents.length);
        for (int u : free) {
            if (u == free.get(0)) {
                piece.add(u, prices, plan, forbidden);
            } else {
                piece.add(u, prices, plan);
            }
        }
        return piece;
    }

    /** Cost and priced violation of the piece's bands, by definition. */
    private double objective(Plan of) {
        double sum = of.cost();
        for (int a : agents) {
            for (int i = a * problem.measures(); i < (a + 1) * problem.measures(); i++) {
                long beyond = Math.max(0, Math.max(of.load(i) - reduced.high()[i], reduced.low()[i] - of.load(i)));
                sum += beyond == 0 ? 0 : beyond * Math.max(penalties[i], Math.abs(prices[i]));
            }
        }
        return sum;
    }

    private double best(int at, Plan of) {
        if (at == free.size()) {
            return objective(of);
        }
        int unit = free.get(at);
        double best = Double.POSITIVE_INFINITY;
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            int agent = problem.agent(e);
            if (e != forbidden && IntStream.of(agents).anyMatch(a -> a == agent)) {
                of.move(unit, e);
                best = Math.min(best, best(at + 1, of));
            }
        }
        return best;
    }
}
