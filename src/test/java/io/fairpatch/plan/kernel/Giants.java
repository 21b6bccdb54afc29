package io.fairpatch.plan.kernel;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Problems whose agents need enough of one measure and have little room on another: counts of accounts against potential
 * with one giant, or loads of any sign; a few pins, units of one option, some bands on all measures.
 */
public final class Giants {
    private final SplittableRandom random;
    private final int agents;
    private final int units;
    private final int measures;
    private final boolean counts;

    private Giants(long seed, int leastUnits, int mostUnits, int mostAgents) {
        random = new SplittableRandom(seed);
        agents = random.nextInt(1, mostAgents + 1);
        units = random.nextInt(leastUnits, mostUnits + 1);
        measures = random.nextInt(4) == 0 ? 3 : 2;
        counts = random.nextInt(3) > 0;
    }

    public static AssignmentProblem draw(long seed, int leastUnits, int mostUnits, int mostAgents) {
        return new Giants(seed, leastUnits, mostUnits, mostAgents).draw();
    }

    private AssignmentProblem draw() {
        long[][] loads = new long[units][];
        long[] sum = new long[measures];
        for (int u = 0; u < units; u++) {
            loads[u] = loads();
            for (int k = 0; k < measures; k++) {
                sum[k] += loads[u][k];
            }
        }
        long grown = sum[1] <= 0 ? 0 : sum[1] / (2 * agents) + random.nextLong(sum[1] / agents + 1);
        loads[0][1] += grown;
        sum[1] += grown;
        var builder = new ProblemBuilder(names("r", agents), names("m", measures));
        for (int i = 0; i < agents * measures; i++) {
            band(builder, i, sum[i % measures] / agents);
        }
        for (int u = 0; u < units; u++) {
            unit(builder, u, loads[u]);
        }
        return builder.build();
    }

    private long[] loads() {
        long[] loads = new long[measures];
        for (int k = 0; k < measures; k++) {
            loads[k] = counts && k == 0 ? 1 : random.nextLong(counts ? 0 : -6, 12);
        }
        return loads;
    }

    /** Lower ends on the first measure, upper ends on the second, any on the third; now and then the other end as well. */
    private void band(ProblemBuilder builder, int band, long share) {
        int k = band % measures;
        boolean lower = k == 0 || random.nextInt(6) == 0;
        boolean upper = k == 1 || random.nextInt(6) == 0;
        long spread = Math.abs(share) / 4 + 1;
        long low = share - random.nextLong(k == 0 ? 2 : 2 * spread);
        builder.band(
                band / measures,
                k,
                lower ? low * Scale.ONE : AssignmentProblem.OPEN_LOW,
                upper ? Math.max(low, share + random.nextLong(2 * spread)) * Scale.ONE : AssignmentProblem.OPEN_HIGH);
    }

    private void unit(ProblemBuilder builder, int unit, long[] loads) {
        builder.unit("a" + unit);
        int sure = random.nextInt(agents);
        boolean only = random.nextInt(12) == 0;
        for (int a = 0; a < agents; a++) {
            if (a == sure || (!only && random.nextInt(8) > 0)) {
                builder.option(a, random.nextLong(30), millionths(random.nextInt(8) == 0 ? loads() : loads));
            }
        }
        if (random.nextInt(20) == 0) {
            builder.pin(sure);
        }
    }

    private static long[] millionths(long[] loads) {
        return LongStream.of(loads).map(load -> load * Scale.ONE).toArray();
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
