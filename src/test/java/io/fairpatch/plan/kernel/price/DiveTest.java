package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares after some roundings: large units are whole, and the others keep the bands at next to no cost. */
final class DiveTest {
    private static final int AGENTS = 12;
    private static final int UNITS = 1_200;

    private final Reduced reduced = Presolve.pinsOnly(drawn());
    private final Prices prices = Drawn.alone(workers -> Pricing.run(reduced, null, workers, Drawn.pace(1_000)));
    private final Prices dived = Drawn.alone(workers -> Dive.of(reduced, prices, workers, Drawn.pace(1_000)));

    @Test
    void large_units_are_whole_and_each_unit_is_shared_out_once() {
        var before = Objects.requireNonNull(prices.shares());
        var after = Objects.requireNonNull(dived.shares());
        assertThat(largestSplit(after)).isLessThan(0.5 * largestSplit(before));
        for (int u = 0; u < UNITS; u++) {
            double sum = Arrays.stream(after.share(), after.first()[u], after.first()[u + 1])
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void bands_hold_and_cost_stays_within_a_thousandth() {
        var shares = Objects.requireNonNull(dived.shares());
        double[] loads = new double[AGENTS * 2];
        double cost = 0;
        for (int at = 0; at < shares.first()[UNITS]; at++) {
            int option = shares.option()[at];
            cost += shares.share()[at] * reduced.problem().cost(option);
            for (int k = 0; k < 2; k++) {
                loads[reduced.problem().agent(option) * 2 + k] +=
                        shares.share()[at] * reduced.problem().load(option, k);
            }
        }
        for (int i = 0; i < loads.length; i++) {
            assertThat(loads[i]).isBetween(reduced.low()[i] * 0.9999, reduced.high()[i] * 1.0001);
        }
        assertThat(cost).isBetween(0.99999 * prices.bound(), 1.001 * prices.bound());
    }

    @Test
    void threads_change_nothing() {
        try (var two = new Workers(2)) {
            var again = Objects.requireNonNull(
                    Dive.of(reduced, prices, two, Drawn.pace(1_000)).shares());
            assertThat(again.share())
                    .isEqualTo(Objects.requireNonNull(dived.shares()).share());
        }
    }

    @Test
    void without_shares_nothing_is_done() {
        var none = prices.even();
        assertThat(Drawn.<Prices>alone(workers -> Dive.of(reduced, none, workers, Drawn.pace(10))))
                .isSameAs(none);
    }

    private double largestSplit(Shares shares) {
        return IntStream.range(0, UNITS)
                .filter(u -> most(shares, u) < 0.999)
                .mapToDouble(u -> reduced.problem().load(reduced.problem().first(u), 0))
                .max()
                .orElse(0);
    }

    private static double most(Shares shares, int unit) {
        return Arrays.stream(shares.share(), shares.first()[unit], shares.first()[unit + 1])
                .max()
                .orElse(0);
    }

    /** Units on a line, few large and many small ones, agents at even places, two measures. */
    private static AssignmentProblem drawn() {
        var random = new SplittableRandom(5);
        var names = IntStream.range(0, AGENTS).mapToObj(a -> "r" + a).toList();
        var builder = new ProblemBuilder(names, List.of("potential", "work"));
        double[] size = IntStream.range(0, UNITS)
                .mapToDouble(u -> Math.exp(random.nextGaussian()))
                .toArray();
        double mean = Arrays.stream(size).sum() / AGENTS;
        for (int a = 0; a < AGENTS; a++) {
            builder.band(a, 0, Math.round(0.95 * mean * Scale.ONE), Math.round(1.05 * mean * Scale.ONE));
            builder.band(a, 1, 80 * Scale.ONE, 125 * Scale.ONE);
        }
        for (int u = 0; u < UNITS; u++) {
            double place = AGENTS * Math.pow(random.nextDouble(), 1.3);
            builder.unit("a" + u);
            for (int a = 0; a < AGENTS; a++) {
                long cost = Math.round((1 + Math.abs(place - a - 0.5) + 0.2 * random.nextDouble()) * Scale.ONE);
                builder.option(
                        a, cost, Math.round(size[u] * Scale.ONE), Math.round((0.5 + random.nextDouble()) * Scale.ONE));
            }
        }
        return builder.build();
    }
}
