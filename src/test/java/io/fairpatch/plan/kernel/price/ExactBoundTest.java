package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The exact bound against all digits of a decimal, and never above a plan, whatever the prices. */
final class ExactBoundTest {
    @Test
    void whatever_the_prices_the_bound_is_their_lagrangian_bound_rounded_up_to_a_cost_and_no_plan_is_cheaper() {
        for (long seed = 1; seed <= 80; seed++) {
            var problem = seed % 2 == 0 ? RandomProblems.draw(seed, 7, 3) : OddProblems.draw(seed, 1, 7, 3);
            var reduced = Presolve.pinsOnly(problem);
            long cheapest = BruteForce.of(problem).leastCost;
            for (double most : new double[] {0, 1e-9, 0.7, 30, 1e6}) {
                double[] prices = Drawn.prices(reduced, most, seed);
                long bound = ExactBound.of(reduced, prices);
                assertThat(bound).as("problem %d, prices to %s", seed, most).isLessThanOrEqualTo(cheapest);
                var exact = bound(reduced, prices);
                var grain = Grain.of(reduced.problem());
                var slack = BigDecimal.valueOf(2 + most * 1e-3 + Math.abs(bound) * 1e-14);
                assertThat(new BigDecimal(bound))
                        .as("bound of %d at %s", seed, most)
                        .isGreaterThan(exact.subtract(slack));
                assertThat(new BigDecimal(bound - grain.grain()))
                        .isLessThan(exact.add(slack).max(new BigDecimal(grain.base())));
                if (grain.grain() > 0) {
                    assertThat(Math.floorMod(bound - grain.base(), grain.grain()))
                            .isZero();
                }
            }
        }
    }

    @Test
    void a_bound_beyond_the_range_of_costs_stays_at_its_end() {
        var builder = new ProblemBuilder(List.of("r"), List.of("m")).band(0, 0, 0, 10_000_000);
        builder.unit("a").option(0, 5, 20_000_000).unit("b").option(0, 5, 0);
        var reduced = Presolve.pinsOnly(builder.build());
        assertThat(ExactBound.of(reduced, new double[] {1e14})).isEqualTo(Long.MAX_VALUE);
        assertThat(ExactBound.of(reduced, new double[] {-1e14})).isEqualTo(10);
        var free = Presolve.pinsOnly(reduced.problem().withoutCosts());
        assertThat(ExactBound.provesInfeasible(free, new double[] {1e-9})).isTrue();
        assertThat(ExactBound.provesInfeasible(free, new double[] {-1e14})).isFalse();
    }

    @Test
    void wide_sums_hold_every_digit() {
        var random = new SplittableRandom(5);
        long[] ends = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE + 1, 1L << 32, -(1L << 32)};
        for (int t = 0; t < 2_000; t++) {
            long a = t < 49 ? ends[t % 7] : random.nextLong() >> random.nextInt(60);
            long b = t < 49 ? ends[t / 7] : random.nextLong() >> random.nextInt(60);
            long c = random.nextLong() >> random.nextInt(60);
            var wide = new Wide();
            wide.addProduct(c, 3);
            wide.subtractProduct(a, b);
            var exact = big(c).multiply(big(3)).subtract(big(a).multiply(big(b)));
            var other = new Wide();
            other.addProduct(c, 7);
            assertThat(wide.positive()).isEqualTo(exact.signum() > 0);
            assertThat(wide.lessThan(other)).isEqualTo(exact.compareTo(big(c).multiply(big(7))) < 0);
            other.set(wide);
            assertThat(other.lessThan(wide)).isFalse();
            int bits = t % 61;
            assertThat(wide.shiftedDown(bits)).isEqualTo(held(exact.shiftRight(bits)));
            other.add(wide);
            assertThat(other.shiftedDown(bits))
                    .isEqualTo(held(exact.shiftLeft(1).shiftRight(bits)));
            other.clear();
            assertThat(other.shiftedDown(0)).isZero();
        }
    }

    @Test
    void costs_lie_on_the_grid_of_all_plans() {
        for (long seed = 1; seed <= 60; seed++) {
            var random = new SplittableRandom(seed);
            long step = 1 + random.nextInt(9);
            var builder = new ProblemBuilder(List.of("r", "s", "t"), List.of("m"));
            for (int u = 0; u < 1 + random.nextInt(4); u++) {
                builder.unit("u" + u);
                long least = random.nextInt(100) - 50;
                for (int a = 0; a < 1 + random.nextInt(3); a++) {
                    builder.option(a, least + step * random.nextInt(8), 0);
                }
            }
            var problem = builder.build();
            var grain = Grain.of(problem);
            assertThat(grain.base()).isEqualTo(cost(problem));
            assertThat(grain.grain()).isEqualTo(divisor(problem));
            for (long lower = -40; lower < 40; lower += 7) {
                assertThat(grain.nextCost(lower)).isEqualTo(next(grain, lower));
            }
        }
        var far = new Grain(3, 7);
        assertThat(far.nextCost(1L << 62)).isEqualTo(1L << 62);
        assertThat(far.nextCost(-(1L << 62))).isEqualTo(-(1L << 62));
        assertThat(far.nextCost((1L << 62) - 100)).isEqualTo(next(far, (1L << 62) - 100));
    }

    private static long next(Grain grain, long lower) {
        if (grain.grain() == 0) {
            return Math.max(lower, grain.base());
        }
        long cost = lower;
        while (Math.floorMod(cost - grain.base(), grain.grain()) != 0) {
            cost++;
        }
        return cost;
    }

    /** Of the plan of first options. */
    private static long cost(AssignmentProblem problem) {
        long sum = 0;
        for (int u = 0; u < problem.units(); u++) {
            sum += problem.cost(problem.first(u));
        }
        return sum;
    }

    private static long divisor(AssignmentProblem problem) {
        var divisor = BigInteger.ZERO;
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                divisor = divisor.gcd(big(problem.cost(e) - problem.cost(problem.first(u))));
            }
        }
        return divisor.longValueExact();
    }

    private static BigDecimal bound(Reduced reduced, double[] prices) {
        var problem = reduced.problem();
        var sum = BigDecimal.ZERO;
        for (int u = 0; u < problem.units(); u++) {
            var least = priced(problem, prices, problem.first(u));
            for (int e = problem.first(u) + 1; e < problem.first(u + 1); e++) {
                least = least.min(priced(problem, prices, e));
            }
            sum = sum.add(least);
        }
        for (int i = 0; i < prices.length; i++) {
            var end = new BigDecimal(prices[i] >= 0 ? reduced.high()[i] : reduced.low()[i]);
            sum = sum.subtract(end.multiply(new BigDecimal(prices[i])));
        }
        return sum;
    }

    private static BigDecimal priced(AssignmentProblem problem, double[] prices, int option) {
        var sum = new BigDecimal(problem.cost(option));
        for (int k = 0; k < problem.measures(); k++) {
            var price = new BigDecimal(prices[problem.agent(option) * problem.measures() + k]);
            sum = sum.add(price.multiply(new BigDecimal(problem.load(option, k))));
        }
        return sum;
    }

    private static long held(BigInteger value) {
        return value.max(big(Long.MIN_VALUE)).min(big(Long.MAX_VALUE)).longValueExact();
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
