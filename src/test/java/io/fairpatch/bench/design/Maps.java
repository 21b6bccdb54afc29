package io.fairpatch.bench.design;

import io.fairpatch.plan.kernel.design.DesignProblem;
import io.fairpatch.plan.kernel.design.Distances;
import io.fairpatch.plan.kernel.design.Neighbours;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Maps drawn as in the literature on commercial territory design (Rios-Mercado and Fernandez 2009): areas uniform on a
 * square, three measures drawn uniformly (customers 4-20, demand 15-400, workload 15-100), bands of a share around the
 * mean. Areas touch by the Gabriel graph: no third area inside the circle on the segment between them.
 */
final class Maps {
    static final long ONE = 1_000_000;
    private static final int[][] RANGES = {{4, 20}, {15, 400}, {15, 100}};

    private Maps() {}

    /** A drawn map with what a peer needs that does not read our problems. */
    record Drawn(DesignProblem problem, double[] x, double[] y, int[][] touching) {
        double distance(int a, int b) {
            return Math.hypot(x[a] - x[b], y[a] - y[b]);
        }

        int measures() {
            return RANGES.length;
        }
    }

    static Drawn draw(int areas, int territories, double tolerance, long seed) {
        var random = new SplittableRandom(seed);
        double[] x = new double[areas];
        double[] y = new double[areas];
        long[] loads = new long[areas * RANGES.length];
        for (int a = 0; a < areas; a++) {
            x[a] = random.nextInt(500_000) / 1000.0;
            y[a] = random.nextInt(500_000) / 1000.0;
            for (int k = 0; k < RANGES.length; k++) {
                loads[a * RANGES.length + k] = ONE * random.nextInt(RANGES[k][0], RANGES[k][1] + 1);
            }
        }
        var pairs = gabriel(x, y);
        return new Drawn(
                problem(new Coordinates(x, y), pairs, loads, territories, tolerance), x, y, touching(areas, pairs));
    }

    private record Coordinates(double[] x, double[] y) {}

    private static int[][] touching(int areas, List<int[]> pairs) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int a = 0; a < areas; a++) {
            lists.add(new ArrayList<>());
        }
        for (int[] pair : pairs) {
            lists.get(pair[0]).add(pair[1]);
            lists.get(pair[1]).add(pair[0]);
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(b -> b).toArray())
                .toArray(int[][]::new);
    }

    private static DesignProblem problem(
            Coordinates at, List<int[]> pairs, long[] loads, int territories, double tolerance) {
        int areas = at.x().length;
        double[] even = new double[areas];
        Arrays.fill(even, 1);
        int[] free = new int[areas];
        Arrays.fill(free, -1);
        return new DesignProblem(
                IntStream.range(0, areas).mapToObj(a -> "z" + a).toList(),
                List.of("customers", "demand", "workload"),
                territories,
                true,
                new Distances(at.x(), at.y(), even, false, 1),
                Neighbours.of(areas, pairs),
                loads,
                ends(loads, territories, 1 - tolerance),
                ends(loads, territories, 1 + tolerance),
                free);
    }

    private static long[] ends(long[] loads, int territories, double share) {
        double[] sum = new double[RANGES.length];
        for (int at = 0; at < loads.length; at++) {
            sum[at % sum.length] += loads[at];
        }
        return Arrays.stream(sum)
                .mapToLong(total -> Math.round(total / territories * share))
                .toArray();
    }

    private static List<int[]> gabriel(double[] x, double[] y) {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < x.length; a++) {
            for (int b = a + 1; b < x.length; b++) {
                if (touch(x, y, a, b)) {
                    pairs.add(new int[] {a, b});
                }
            }
        }
        return pairs;
    }

    private static boolean touch(double[] x, double[] y, int a, int b) {
        double mx = (x[a] + x[b]) / 2;
        double my = (y[a] + y[b]) / 2;
        double radius = Math.hypot(x[a] - mx, y[a] - my);
        for (int c = 0; c < x.length; c++) {
            if (c != a && c != b && Math.hypot(x[c] - mx, y[c] - my) < radius) {
                return false;
            }
        }
        return true;
    }
}
