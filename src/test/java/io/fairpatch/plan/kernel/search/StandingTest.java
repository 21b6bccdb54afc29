package io.fairpatch.plan.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What chains ask of a plan against sums from scratch, and the chains against all short ones. */
final class StandingTest {
    private static final double PRICE = 0.8;

    private final AssignmentProblem problem;
    private final Reduced reduced;
    private final double[] prices;
    private final double[] weights;
    private final CoreTable table;

    StandingTest() {
        problem = Board.tight(4, 9, 4, 2, 0.05);
        reduced = Board.reduced(problem);
        prices = new SplittableRandom(6).doubles(problem.bands(), -PRICE, PRICE).toArray();
        weights = new double[prices.length];
        Arrays.setAll(weights, i -> 0.5 + 0.1 * i);
        table = new CoreTable(problem, Board.wide(problem, prices), prices);
    }

    /** By the formula: regrets, priced slack, and what is outside its band at its price and weight. */
    private double value(Plan plan, double[] weight, double factor) {
        double sum = 0;
        for (int u = 0; u < problem.units(); u++) {
            sum += Board.regret(problem, prices, u, plan.choice(u));
        }
        for (int i = 0; i < prices.length; i++) {
            long end = prices[i] >= 0 ? problem.high(i) : problem.low(i);
            double broken = problem.violation(i, plan.load(i));
            sum += factor * (prices[i] * (end - plan.load(i)) + (Math.abs(prices[i]) + weight[i]) * broken);
        }
        return sum;
    }

    @Test
    void changes_of_a_move_equal_the_difference_of_values() {
        var random = new SplittableRandom(2);
        for (double factor : new double[] {1, 0.25}) {
            var bands = new PricedBands(reduced, prices, weights);
            bands.soften(factor);
            var standing = new Standing(table, bands, Board.random(problem, random));
            for (int move = 0; move < 60; move++) {
                int unit = random.nextInt(problem.units());
                int at = table.first(unit) + random.nextInt(problem.agents());
                int from = standing.agent(unit);
                int to = table.agent(at);
                double before = value(standing.plan(), weights, factor);
                double regret = table.regret(at) - standing.regret(unit);
                if (to != from) {
                    int other = standing.size(to) == 0 ? -1 : standing.unit(to, random.nextInt(standing.size(to)));
                    double alone = regret + standing.loss(from, unit) + standing.gain(to, at);
                    assertThat(after(standing, factor, unit, at, -1, -1) - before)
                            .isCloseTo(alone, within(1e-3));
                    int back = other < 0 ? -1 : place(other, from);
                    if (other >= 0) {
                        double both = regret
                                + table.regret(back)
                                - standing.regret(other)
                                + standing.exchange(to, at, other)
                                + standing.exchange(from, back, unit);
                        assertThat(after(standing, factor, unit, at, other, back) - before)
                                .isCloseTo(both, within(1e-3));
                    }
                }
                standing.move(unit, table.option(at));
                assertThat(standing.regret(unit)).isCloseTo(table.regret(at), within(1e-6));
                assertThat(standing.agent(unit)).isEqualTo(to);
            }
        }
    }

    private int place(int unit, int agent) {
        int at = table.first(unit);
        while (table.agent(at) != agent) {
            at++;
        }
        return at;
    }

    private double after(Standing standing, double factor, int unit, int at, int other, int back) {
        var plan = standing.plan().copy();
        plan.move(unit, table.option(at));
        if (other >= 0) {
            plan.move(other, table.option(back));
        }
        return value(plan, weights, factor);
    }

    @Test
    void broken_bands_grow_dearer_and_all_cheaper_while_none_is() {
        var bands = new PricedBands(reduced, prices, weights);
        assertThat(bands.size()).isEqualTo(problem.bands());
        var inside = Board.hidden(problem);
        var outside = Board.hidden(problem);
        for (int u = 0; u < problem.units(); u++) {
            outside.move(u, problem.first(u));
        }
        double[] dear = weights.clone();
        for (int swing = 0; swing < 250; swing++) {
            bands.swing(outside);
            Arrays.setAll(
                    dear,
                    i -> problem.violation(i, outside.load(i)) > 0
                            ? Math.min(1e4 * weights[i], dear[i] * 1.05)
                            : dear[i]);
            assertBands(bands, outside, dear);
        }
        for (int swing = 0; swing < 300; swing++) {
            bands.swing(inside);
            Arrays.setAll(dear, i -> Math.max(0.02 * weights[i], dear[i] * 0.95));
            assertBands(bands, outside, dear);
        }
    }

    private void assertBands(PricedBands bands, Plan plan, double[] weight) {
        for (int i = 0; i < weight.length; i++) {
            long end = prices[i] >= 0 ? problem.high(i) : problem.low(i);
            double broken = problem.violation(i, plan.load(i));
            double value = prices[i] * (end - plan.load(i)) + (Math.abs(prices[i]) + weight[i]) * broken;
            assertThat(bands.value(i, plan.load(i))).isCloseTo(value, within(1e-9 * Math.abs(value) + 1e-3));
        }
    }

    @Test
    void the_chain_made_changes_the_value_by_less_than_its_limit_and_at_least_as_well_as_any_short_one() {
        var random = new SplittableRandom(8);
        int made = 0;
        for (int trial = 0; trial < 60; trial++) {
            var start = Board.random(problem, random);
            var standing = new Standing(table, new PricedBands(reduced, prices, weights), start);
            var chains = new Chains(standing);
            int unit = random.nextInt(problem.units());
            double limit = trial % 3 == 0 ? 0 : 1e9;
            double best = shortest(start, unit, 3);
            boolean moved = chains.move(unit, limit);
            double change = value(standing.plan(), weights, 1) - value(start, weights, 1);
            assertThat(chains.looked()).isPositive();
            if (moved) {
                made++;
                assertThat(change).as("trial %d", trial).isLessThan(limit);
                assertThat(standing.agent(unit)).isNotEqualTo(start.agent(unit));
            } else {
                assertThat(standing.plan().choices()).isEqualTo(start.choices());
                assertThat(single(start, unit)).isGreaterThanOrEqualTo(limit - 1e-3);
            }
            if (limit > 0) {
                assertThat(moved).isTrue();
                assertThat(change).as("trial %d", trial).isLessThanOrEqualTo(best + 1e-3);
            }
        }
        assertThat(made).isBetween(41, 60);
    }

    /** The least change of value by a single move. */
    private double single(Plan start, int unit) {
        double best = Double.POSITIVE_INFINITY;
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            var plan = start.copy();
            plan.move(unit, e);
            double change = value(plan, weights, 1) - value(start, weights, 1);
            best = e == start.choice(unit) ? best : Math.min(best, change);
        }
        return best;
    }

    /** The least change of value by a cycle of so many links at most, or a path of one less, that begins with a unit. */
    private double shortest(Plan start, int unit, int links) {
        var plan = start.copy();
        return shortest(plan, unit, start.agent(unit), links, value(start, weights, 1), start);
    }

    private double shortest(Plan plan, int unit, int home, int links, double before, Plan start) {
        double best = Double.POSITIVE_INFINITY;
        int now = plan.choice(unit);
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            int agent = problem.agent(e);
            boolean been = touched(plan, start, agent);
            if (agent == start.agent(unit) || (been && agent != home)) {
                continue;
            }
            plan.move(unit, e);
            best = links > 1 || agent == home ? Math.min(best, value(plan, weights, 1) - before) : best;
            for (int next = 0; links > 1 && agent != home && next < problem.units(); next++) {
                if (next != unit && plan.agent(next) == agent && start.agent(next) == agent) {
                    best = Math.min(best, shortest(plan, next, home, links - 1, before, start));
                }
            }
            plan.move(unit, now);
        }
        return best;
    }

    /** Whether a chain has been to an agent already. */
    private boolean touched(Plan plan, Plan start, int agent) {
        for (int u = 0; u < problem.units(); u++) {
            if (plan.choice(u) != start.choice(u) && (plan.agent(u) == agent || start.agent(u) == agent)) {
                return true;
            }
        }
        return false;
    }
}
