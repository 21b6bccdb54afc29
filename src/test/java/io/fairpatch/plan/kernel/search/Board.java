package io.fairpatch.plan.kernel.search;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Prices;
import io.fairpatch.plan.kernel.price.Pricing;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Problems for tests of searches, with values summed up by the book. */
final class Board {
    private Board() {}

    /** Units that may go anywhere, loads of a plan that fits in all bands, and little room. */
    static AssignmentProblem tight(long seed, int units, int agents, int measures, double width) {
        var random = new SplittableRandom(seed);
        long[] total = new long[agents * measures];
        long[] loads = new long[units * measures];
        for (int u = 0; u < units; u++) {
            for (int k = 0; k < measures; k++) {
                loads[u * measures + k] = (4 + random.nextInt(17)) * Scale.ONE;
                total[u % agents * measures + k] += loads[u * measures + k];
            }
        }
        var builder = new ProblemBuilder(names("r", agents), names("m", measures));
        for (int i = 0; i < total.length; i++) {
            long room = Math.round(total[i] * width);
            builder.band(i / measures, i % measures, total[i] - room, total[i] + room);
        }
        for (int u = 0; u < units; u++) {
            builder.unit("u" + u);
            for (int a = 0; a < agents; a++) {
                builder.option(
                        a, random.nextInt(60) * Scale.ONE, Arrays.copyOfRange(loads, u * measures, (u + 1) * measures));
            }
        }
        return builder.build();
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    /** The plan that {@link #tight} hides. */
    static Plan hidden(AssignmentProblem problem) {
        return new Plan(
                problem,
                IntStream.range(0, problem.units())
                        .map(u -> problem.first(u) + u % problem.agents())
                        .toArray());
    }

    static Plan random(AssignmentProblem problem, SplittableRandom random) {
        return new Plan(
                problem,
                IntStream.range(0, problem.units())
                        .map(u -> problem.first(u) + random.nextInt(problem.first(u + 1) - problem.first(u)))
                        .toArray());
    }

    static Reduced reduced(AssignmentProblem problem) {
        return Presolve.pinsOnly(problem);
    }

    static Pace pace(long steps, long seed) {
        return new Pace(Budget.ofSteps(steps, seed, 1), Progress.NONE, () -> 0);
    }

    static <T> T alone(Function<Workers, T> task) {
        try (var workers = new Workers(1)) {
            return task.apply(workers);
        }
    }

    static Prices prices(Reduced reduced) {
        return alone(workers -> Pricing.run(reduced, null, workers, pace(400, 1)));
    }

    /** Every option, cheapest first. */
    static Core wide(AssignmentProblem problem, double[] prices) {
        return Core.of(problem, prices, new Core.Width(Double.MAX_VALUE, problem.options(), 1));
    }

    static double priced(AssignmentProblem problem, double[] prices, int option) {
        double sum = problem.cost(option);
        for (int k = 0; k < problem.measures(); k++) {
            sum += prices[problem.agent(option) * problem.measures() + k] * problem.load(option, k);
        }
        return sum;
    }

    /** What an option costs above its unit's least. */
    static double regret(AssignmentProblem problem, double[] prices, int unit, int option) {
        double least = IntStream.range(problem.first(unit), problem.first(unit + 1))
                .mapToDouble(e -> priced(problem, prices, e))
                .min()
                .orElseThrow();
        return priced(problem, prices, option) - least;
    }
}
