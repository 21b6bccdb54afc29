package io.fairpatch.plan.kernel;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Problems nobody would draw on purpose: loads of zero and below, bands of no width, bands at zero, measures without a
 * band, one agent, one unit, one option, pins, decimals. Bands lie around the loads of a hidden plan; some are then moved
 * off it, so that both kinds of answer come up and feasible problems are tight.
 */
public final class OddProblems {
    private final SplittableRandom random;
    private final int measures;
    private final int agents;
    private final int units;
    private final long grain;
    private final boolean below;

    private OddProblems(long seed, int leastUnits, int mostUnits, int mostAgents) {
        random = new SplittableRandom(seed);
        measures = 1 + random.nextInt(3);
        agents = 1 + random.nextInt(mostAgents);
        units = leastUnits + random.nextInt(mostUnits - leastUnits + 1);
        grain = new long[] {1, 1_000, Scale.ONE, Scale.ONE}[random.nextInt(4)];
        below = random.nextInt(3) == 0;
    }

    public static AssignmentProblem draw(long seed, int leastUnits, int mostUnits, int mostAgents) {
        return new OddProblems(seed, leastUnits, mostUnits, mostAgents).draw();
    }

    /** The same with one unit of each larger size, so that what follows from 9 more shows on one unit after the other. */
    public static AssignmentProblem counted(int units, int more) {
        return counted(units, more, 1);
    }

    /**
     * Half of the units, with exactly this much more than 4 each, some units of 9 and as many of 11: where it is 9, no
     * total of one band, no price, and from two units of each size on no unit by itself tells that there is no plan, since
     * 9 more takes one unit too many.
     */
    public static AssignmentProblem counted(int units, int more, int larger) {
        int half = units / 2;
        var builder = new ProblemBuilder(names("r", 2), names("m", 2))
                .band(0, 0, half, half)
                .band(0, 1, 4L * half + more, 4L * half + more);
        for (int u = 0; u < units; u++) {
            int visits = u >= 2 * larger ? 4 : u % 2 == 0 ? 9 : 11;
            builder.unit("a" + u).option(0, u * u, 1, visits).option(1, 0, 1, visits);
        }
        return builder.build();
    }

    private record Choice(int agent, long cost, long[] load) {}

    private AssignmentProblem draw() {
        List<List<Choice>> rows = new ArrayList<>();
        long[] hidden = new long[agents * measures];
        int[] sure = new int[units];
        for (int u = 0; u < units; u++) {
            sure[u] = random.nextInt(agents);
            rows.add(row(sure[u]));
            for (var choice : rows.get(u)) {
                for (int k = 0; choice.agent() == sure[u] && k < measures; k++) {
                    hidden[sure[u] * measures + k] += choice.load()[k];
                }
            }
        }
        var builder = new ProblemBuilder(names("r", agents), names("m", measures));
        bands(builder, hidden);
        boolean pins = random.nextInt(3) == 0;
        for (int u = 0; u < units; u++) {
            builder.unit("a" + u);
            rows.get(u).forEach(c -> builder.option(c.agent(), c.cost(), c.load()));
            if (pins && random.nextInt(8) == 0) {
                builder.pin(sure[u]);
            }
        }
        return builder.build();
    }

    private void bands(ProblemBuilder builder, long[] hidden) {
        double width = new double[] {0, 0.02, 0.1, 0.5}[random.nextInt(4)];
        boolean off = random.nextInt(3) == 0;
        for (int i = 0; i < hidden.length; i++) {
            long around = Math.round(width * Math.abs(hidden[i]) / grain) * grain;
            long shift = off && random.nextInt(3) == 0 ? amount(-6, 6) : 0;
            boolean openLow = random.nextInt(4) == 0;
            boolean openHigh = random.nextInt(4) == 0;
            builder.band(
                    i / measures,
                    i % measures,
                    openLow ? AssignmentProblem.OPEN_LOW : hidden[i] + shift - around,
                    openHigh ? AssignmentProblem.OPEN_HIGH : hidden[i] + shift + around);
        }
    }

    private List<Choice> row(int sure) {
        List<Choice> row = new ArrayList<>();
        long[] shared = loads();
        boolean only = random.nextInt(6) == 0;
        for (int a = 0; a < agents; a++) {
            if (a == sure || (!only && random.nextInt(4) > 0)) {
                row.add(new Choice(a, amount(-20, 40), random.nextInt(3) == 0 ? loads() : shared));
            }
        }
        return row;
    }

    private long[] loads() {
        long[] loads = new long[measures];
        Arrays.setAll(loads, k -> random.nextInt(5) == 0 ? 0 : amount(below ? -8 : 0, 20));
        return loads;
    }

    private long amount(int from, int to) {
        long steps = (to - from) * Scale.ONE / grain;
        return from * Scale.ONE + random.nextLong(steps + 1) * grain;
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
