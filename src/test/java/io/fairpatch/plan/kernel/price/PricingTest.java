package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.bench.plan.LinearProgram;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PricingTest {

    @Test
    void prices_reach_the_linear_programs_value_and_shares_hold_its_bands() {
        int solved = 0;
        for (long seed = 1; seed <= 60; seed++) {
            var problem = RandomProblems.draw(seed, 60, 8);
            double exact = LinearProgram.value(problem) * 1e6;
            if (!Double.isNaN(exact)) {
                var reduced = Presolve.pinsOnly(problem);
                var prices = run(reduced);
                double scale = prices.spread() * problem.units();
                assertThat(prices.bound())
                        .as("bound of %d", seed)
                        .isCloseTo(exact, within(3e-5 * Math.abs(exact) + 1e-5 * scale));
                assertThat(prices.bound()).as("bound of %d", seed).isLessThan(exact + 1e-6 * scale);
                shares(seed, reduced, prices);
                solved++;
            }
        }
        assertThat(solved).isGreaterThan(20);
    }

    @Test
    void a_bound_above_the_dearest_choice_proves_that_there_is_no_plan_and_ends_the_pricing() {
        var builder = new ProblemBuilder(List.of("near", "far", "island"), List.of("load"));
        for (int agent = 0; agent < 3; agent++) {
            builder.band(agent, 0, 30_000_000, 45_000_000);
        }
        for (int u = 0; u < 120; u++) {
            builder.unit("u" + u).option(0, 1_000_000 + u, 1_000_000).option(1, 2_000_000 - u, 1_000_000);
            if (u < 20) {
                builder.option(2, 3_000_000, 1_000_000);
            }
        }
        var problem = builder.build();
        var prices = run(Presolve.pinsOnly(problem));
        assertThat(prices.bound()).isGreaterThan(Pricing.dearest(problem));
        assertThat(prices.shares()).as("shares, had the sketch not been enough").isNull();
        assertThat(ExactBound.provesInfeasible(Presolve.pinsOnly(problem.withoutCosts()), prices.best()))
                .isTrue();
    }

    private static Prices run(Reduced reduced) {
        try (var workers = new Workers(1)) {
            return Pricing.run(reduced, null, workers, new Pace(Budget.ofSteps(2_000, 1, 1), Progress.NONE, () -> 0));
        }
    }

    private static void shares(long seed, Reduced reduced, Prices prices) {
        AssignmentProblem problem = reduced.problem();
        var shares = Objects.requireNonNull(prices.shares());
        double[] load = new double[problem.bands()];
        for (int u = 0; u < problem.units(); u++) {
            double sum = 0;
            for (int at = shares.first()[u]; at < shares.first()[u + 1]; at++) {
                sum += shares.share()[at];
                for (int k = 0; k < problem.measures(); k++) {
                    int band = problem.agent(shares.option()[at]) * problem.measures() + k;
                    load[band] += shares.share()[at] * problem.load(shares.option()[at], k);
                }
            }
            assertThat(sum).as("unit %d of %d", u, seed).isCloseTo(1, within(1e-6));
        }
        for (int i = 0; prices.covers() && i < load.length; i++) {
            double room = 1e-4 * Math.max(1e6, Math.abs((double) reduced.high()[i]));
            assertThat(load[i])
                    .as("band %d of %d", i, seed)
                    .isBetween(reduced.low()[i] - room, reduced.high()[i] + room);
        }
    }
}
