package io.fairpatch.plan.kernel.design;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Pace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Every drawing of a small map, by depth-first search over the areas in the order they touch each other. A path ends where
 *
 * <ul>
 *   <li>a territory is over a band, or all together lack more than what is left can bring;
 *   <li>a territory can no longer be connected through areas of its own and open ones;
 *   <li>the territories so far cost as much as the best drawing, each served from its best centre that is still possible:
 *       sums only grow as areas join.
 * </ul>
 *
 * Territories without fixed area are interchangeable, so only the first unused one is opened. Sets of areas are bits of an
 * int. One node costs O(territories x (areas + measures)).
 */
final class SmallMap {
    private static final int MOST_AREAS = 18;
    private static final int NODES_A_STEP = 20_000;
    private static final double ROUNDING = 1e-12;

    private final DesignProblem problem;
    private final Pace pace;
    private final int n;
    private final int measures;
    private final int[] order;
    private final int[] touching;
    private final long[] restUp;
    private final long[] restDown;
    private final int[] inside;
    private final long[] load;
    private final double[] sum;
    private int open;
    private int steps;
    private int nodes;
    private double best = Double.POSITIVE_INFINITY;
    private int @Nullable [] found;

    private SmallMap(DesignProblem problem, Pace pace, int steps) {
        this.problem = problem;
        this.pace = pace;
        this.steps = steps;
        this.n = problem.size();
        this.measures = problem.measures().size();
        this.order = order();
        this.touching = new int[n];
        for (int a = 0; a < n; a++) {
            for (int at = problem.neighbours().first(a);
                    at < problem.neighbours().first(a + 1);
                    at++) {
                touching[a] |= 1 << problem.neighbours().other(at);
            }
        }
        this.restUp = new long[(n + 1) * measures];
        this.restDown = new long[(n + 1) * measures];
        for (int depth = n - 1; depth >= 0; depth--) {
            for (int k = 0; k < measures; k++) {
                long load = problem.load(order[depth], k);
                restUp[depth * measures + k] = restUp[(depth + 1) * measures + k] + Math.max(0, load);
                restDown[depth * measures + k] = restDown[(depth + 1) * measures + k] + Math.min(0, load);
            }
        }
        this.inside = new int[problem.territories()];
        this.load = new long[inside.length * measures];
        this.sum = new double[inside.length * n];
        this.open = (1 << n) - 1;
    }

    /**
     * What a search to the end shows.
     *
     * @param territory of each area in the cheapest drawing, or null when there is no drawing
     */
    record Verdict(int @Nullable [] territory) {}

    /** Whether a map is small enough to try. */
    static boolean fits(DesignProblem problem) {
        return problem.size() <= MOST_AREAS && problem.territories() <= problem.size();
    }

    /** Searches for some steps; null when that was not enough. */
    static @Nullable Verdict search(DesignProblem problem, Pace pace, int steps) {
        var map = new SmallMap(problem, pace, steps);
        return map.from(0) ? new Verdict(map.found) : null;
    }

    private int[] order() {
        int[] list = new int[n];
        boolean[] seen = new boolean[n];
        int tail = 0;
        for (int start = 0, head = 0; start < n; start++) {
            if (!seen[start]) {
                seen[start] = true;
                list[tail++] = start;
            }
            for (; head < tail; head++) {
                int area = list[head];
                for (int at = problem.neighbours().first(area);
                        at < problem.neighbours().first(area + 1);
                        at++) {
                    int next = problem.neighbours().other(at);
                    if (!seen[next]) {
                        seen[next] = true;
                        list[tail++] = next;
                    }
                }
            }
        }
        return list;
    }

    /** Goes on from a depth; false when the steps ran out. */
    private boolean from(int depth) {
        if (nodes++ % NODES_A_STEP == 0 && (steps-- == 0 || !pace.begin())) {
            return false;
        }
        if (depth == n) {
            leaf();
            return true;
        }
        int area = order[depth];
        int fixed = problem.fixed()[area];
        boolean opened = false;
        for (int t = 0; t < inside.length; t++) {
            boolean fresh = inside[t] == 0 && !claimed(t);
            if ((fixed >= 0 && fixed != t) || (fresh && opened && fixed < 0)) {
                continue;
            }
            opened |= fresh;
            give(area, t, 1);
            boolean whole = !possible(depth + 1) || from(depth + 1);
            give(area, t, -1);
            if (!whole) {
                return false;
            }
        }
        return true;
    }

    private boolean claimed(int t) {
        for (int fixed : problem.fixed()) {
            if (fixed == t) {
                return true;
            }
        }
        return false;
    }

    private void give(int area, int t, int sign) {
        inside[t] ^= 1 << area;
        open ^= 1 << area;
        for (int k = 0; k < measures; k++) {
            load[t * measures + k] += sign * problem.load(area, k);
        }
        for (int j = 0; j < n; j++) {
            sum[t * n + j] += sign * problem.cost(area, j);
        }
    }

    private boolean possible(int depth) {
        int empty = 0;
        double cost = 0;
        for (int t = 0; t < inside.length; t++) {
            empty += inside[t] == 0 ? 1 : 0;
            cost += inside[t] == 0 ? 0 : least(t);
            if (problem.contiguous() && !connectable(t)) {
                return false;
            }
        }
        return empty <= n - depth && cost < best * (1 - ROUNDING) && loads(depth);
    }

    private boolean loads(int depth) {
        for (int k = 0; k < measures; k++) {
            double lack = 0;
            for (int t = 0; t < inside.length; t++) {
                long now = load[t * measures + k];
                long high = problem.high()[k];
                if (high != AssignmentProblem.OPEN_HIGH && now + restDown[depth * measures + k] > high) {
                    return false;
                }
                long low = problem.low()[k];
                lack += low == AssignmentProblem.OPEN_LOW ? 0 : Math.max(0, (double) low - now);
            }
            if (lack * (1 - ROUNDING) > restUp[depth * measures + k]) {
                return false;
            }
        }
        return true;
    }

    private double least(int t) {
        double least = Double.POSITIVE_INFINITY;
        for (int set = inside[t] | open; set != 0; set &= set - 1) {
            least = Math.min(least, sum[t * n + Integer.numberOfTrailingZeros(set)]);
        }
        return least;
    }

    private boolean connectable(int t) {
        int wanted = inside[t];
        int reached = Integer.lowestOneBit(wanted);
        for (int edge = reached; edge != 0; ) {
            int next = 0;
            for (; edge != 0; edge &= edge - 1) {
                next |= touching[Integer.numberOfTrailingZeros(edge)];
            }
            edge = next & (wanted | open) & ~reached;
            reached |= edge;
        }
        return (wanted & ~reached) == 0;
    }

    private void leaf() {
        double cost = 0;
        for (int t = 0; t < inside.length; t++) {
            if (inside[t] == 0) {
                return;
            }
            cost += least(t);
        }
        for (int at = 0; at < load.length; at++) {
            if (problem.violation(at % measures, load[at]) > 0) {
                return;
            }
        }
        if (cost < best) {
            best = cost;
            int[] territory = new int[n];
            Arrays.setAll(territory, a -> {
                int t = 0;
                while ((inside[t] >> a & 1) == 0) {
                    t++;
                }
                return t;
            });
            found = territory;
        }
    }
}
