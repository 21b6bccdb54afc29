package io.fairpatch.plan.kernel;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small problems of every shape: two-sided and open bands, loads by pair, pins, negative costs, decimals. */
public final class RandomProblems {
    private final SplittableRandom random;
    private final int measures;
    private final int agents;
    private final int units;
    private final boolean decimals;

    private RandomProblems(long seed, int mostUnits, int mostAgents) {
        random = new SplittableRandom(seed);
        measures = 1 + random.nextInt(3);
        agents = 1 + random.nextInt(mostAgents);
        units = 1 + random.nextInt(mostUnits);
        decimals = random.nextBoolean();
    }

    public static AssignmentProblem draw(long seed, int mostUnits, int mostAgents) {
        return new RandomProblems(seed, mostUnits, mostAgents).draw();
    }

    private AssignmentProblem draw() {
        var builder = new ProblemBuilder(names("r", agents), names("m", measures));
        double perAgent = units * 10.0 / agents;
        double width = 0.1 + random.nextDouble();
        for (int a = 0; a < agents; a++) {
            for (int k = 0; k < measures; k++) {
                long low = amount(perAgent * Math.max(0, 1 - width));
                long high = amount(perAgent * (1 + width));
                builder.band(
                        a,
                        k,
                        random.nextInt(4) == 0 ? AssignmentProblem.OPEN_LOW : low,
                        random.nextInt(4) == 0 ? AssignmentProblem.OPEN_HIGH : high);
            }
        }
        for (int u = 0; u < units; u++) {
            unit(builder, u);
        }
        return builder.build();
    }

    private void unit(ProblemBuilder builder, int unit) {
        builder.unit("a" + unit);
        int sure = random.nextInt(agents);
        boolean pinned = random.nextInt(10) == 0;
        long[] shared = loads();
        for (int a = 0; a < agents; a++) {
            if (a == sure || random.nextInt(4) > 0) {
                builder.option(a, amount(random.nextDouble() * 40 - 10), random.nextInt(3) == 0 ? loads() : shared);
            }
        }
        if (pinned) {
            builder.pin(sure);
        }
    }

    private long[] loads() {
        return IntStream.range(0, measures)
                .mapToLong(k -> amount(random.nextDouble() * 20))
                .toArray();
    }

    private long amount(double value) {
        return decimals ? Math.round(value * 1000) * 1000 : Math.round(value) * Scale.ONE;
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
