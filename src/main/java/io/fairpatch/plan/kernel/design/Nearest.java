package io.fairpatch.plan.kernel.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The graph of the few cheapest neighbours of each area: the candidates for moves where contiguity is not asked for. */
final class Nearest {
    private static final int COUNT = 8;

    private Nearest() {}

    /** O(areas^2). */
    static Neighbours of(DesignProblem problem) {
        List<int[]> pairs = new ArrayList<>();
        int n = problem.size();
        double[] least = new double[COUNT];
        int[] which = new int[COUNT];
        for (int a = 0; a < n; a++) {
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            Arrays.fill(which, -1);
            for (int b = 0; b < n; b++) {
                if (a != b) {
                    insert(least, which, b, problem.distances().distance(a, b));
                }
            }
            for (int other : which) {
                if (other >= 0) {
                    pairs.add(new int[] {a, other});
                }
            }
        }
        return Neighbours.of(n, pairs);
    }

    private static void insert(double[] least, int[] which, int area, double distance) {
        if (distance >= least[COUNT - 1]) {
            return;
        }
        int at = COUNT - 1;
        while (at > 0 && least[at - 1] > distance) {
            least[at] = least[at - 1];
            which[at] = which[at - 1];
            at--;
        }
        least[at] = distance;
        which[at] = area;
    }
}
