package io.fairpatch.plan.kernel.price;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What tests of prices draw and sum up by the book. */
final class Drawn {
    private Drawn() {}

    static Pace pace(long steps) {
        return new Pace(Budget.ofSteps(steps, 1, 1), Progress.NONE, () -> 0);
    }

    static <T> T alone(Function<Workers, T> task) {
        try (var workers = new Workers(1)) {
            return task.apply(workers);
        }
    }

    static void factorise(Factor factor) {
        alone(workers -> {
            factor.factorise(workers);
            return factor;
        });
    }

    /** One price a live band, between minus {@code most} and {@code most}. */
    static double[] prices(Reduced reduced, double most, long seed) {
        var random = new SplittableRandom(seed);
        double[] prices = new double[reduced.low().length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = reduced.live()[i] ? most * (2 * random.nextDouble() - 1) : 0;
        }
        return prices;
    }

    /** {@code c + sum pi w} of an option. */
    static double priced(Reduced reduced, double[] prices, int option) {
        var problem = reduced.problem();
        double sum = problem.cost(option);
        for (int k = 0; k < problem.measures(); k++) {
            sum += prices[problem.agent(option) * problem.measures() + k] * problem.load(option, k);
        }
        return sum;
    }

    /** The Lagrangian bound by its definition. */
    static double bound(Reduced reduced, double[] prices) {
        var problem = reduced.problem();
        double bound = 0;
        for (int u = 0; u < problem.units(); u++) {
            double least = Double.POSITIVE_INFINITY;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                least = Math.min(least, priced(reduced, prices, e));
            }
            bound += least;
        }
        for (int i = 0; i < prices.length; i++) {
            bound -= Math.max(prices[i], 0) * reduced.high()[i] + Math.min(prices[i], 0) * reduced.low()[i];
        }
        return bound;
    }
}
