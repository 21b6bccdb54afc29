package io.fairpatch.plan.kernel.design;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small maps by hand for tests of design. */
final class Maps {
    static final long ONE = 1_000_000;

    private Maps() {}

    static Pace pace(long steps) {
        return new Pace(Budget.ofSteps(steps, 1, 1), Progress.NONE, () -> 0);
    }

    /** Areas of load 1 at 0, 1, 2 ... on a line; each touches the next. */
    static DesignProblem line(int areas, int territories) {
        long[] loads = new long[areas];
        Arrays.fill(loads, ONE);
        return line(territories, loads, AssignmentProblem.OPEN_LOW, AssignmentProblem.OPEN_HIGH, free(areas));
    }

    static DesignProblem line(int territories, long[] loads, long low, long high, int[] fixed) {
        return of(
                territories,
                loads,
                low,
                high,
                fixed,
                IntStream.range(1, loads.length)
                        .mapToObj(a -> new int[] {a - 1, a})
                        .toList());
    }

    /** One measure, and areas at 0, 1, 2 ... that touch as given. */
    static DesignProblem of(int territories, long[] loads, long low, long high, int[] fixed, List<int[]> touching) {
        int n = loads.length;
        double[] even = new double[n];
        Arrays.fill(even, 1);
        return new DesignProblem(
                names(n),
                List.of("load"),
                territories,
                true,
                new Distances(IntStream.range(0, n).asDoubleStream().toArray(), new double[n], even, false, 1),
                Neighbours.of(n, touching),
                loads,
                new long[] {low},
                new long[] {high},
                fixed);
    }

    static List<String> names(int areas) {
        return IntStream.range(0, areas).mapToObj(a -> "z" + a).toList();
    }

    static int[] free(int areas) {
        int[] free = new int[areas];
        Arrays.fill(free, -1);
        return free;
    }

    /** Of any shape: in one piece or not, fixed areas, loads below zero, open bands. */
    static DesignProblem odd(long seed) {
        var random = new SplittableRandom(seed);
        int n = 5 + random.nextInt(3);
        int territories = 2 + random.nextInt(2);
        boolean below = random.nextInt(4) == 0;
        long[] loads =
                random.longs(n, below ? -4 : 1, 12).map(load -> load * ONE).toArray();
        long sum = Arrays.stream(loads).sum();
        double width = 0.05 + random.nextDouble() * 0.4;
        long low = random.nextInt(4) == 0 ? AssignmentProblem.OPEN_LOW : Math.round(sum * (1 - width) / territories);
        long high = random.nextInt(4) == 0 ? AssignmentProblem.OPEN_HIGH : Math.round(sum * (1 + width) / territories);
        List<int[]> touching = new ArrayList<>();
        for (int a = 1; a < n; a++) {
            if (random.nextInt(8) > 0) {
                touching.add(new int[] {a, Math.max(0, a - 1 - random.nextInt(2))});
            }
        }
        int[] fixed = free(n);
        for (int a = 0; random.nextInt(2) == 0 && a < n; a += 3) {
            fixed[a] = random.nextInt(territories);
        }
        return of(territories, loads, Math.min(low, high), high, fixed, touching)
                .with(random.nextInt(4) > 0, new long[] {Math.min(low, high)}, new long[] {high}, fixed);
    }

    static Drawing redrawn(DesignProblem problem, int[] territory) {
        var drawing = new Drawing(problem);
        for (int a = 0; a < territory.length; a++) {
            drawing.move(a, territory[a]);
        }
        return drawing;
    }
}
