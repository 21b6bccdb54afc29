package io.fairpatch.plan.kernel.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A problem without the options that pins and bands rule out, and with every band's ends brought to what can be reached,
 * so that no end is open. Any plan that holds every rule of the given problem is a plan of the reduced one, and costs
 * the same.
 *
 * @param problem the remaining options; every unit has at least one
 * @param origin the option's index in the given problem, or null when nothing was removed
 * @param low the band's lower end or, when higher, the least it can get
 * @param high the band's upper end or, when lower, the most it can get
 * @param live whether the band can be broken at all
 */
public record Reduced(AssignmentProblem problem, int @Nullable [] origin, long[] low, long[] high, boolean[] live) {

    static Reduced of(AssignmentProblem problem, int @Nullable [] origin, Reach reach) {
        int bands = problem.bands();
        var reduced = new Reduced(problem, origin, new long[bands], new long[bands], new boolean[bands]);
        for (int i = 0; i < bands; i++) {
            reduced.low[i] = Math.max(problem.low(i), reach.least()[i]);
            reduced.high[i] = Math.min(problem.high(i), reach.most()[i]);
            reduced.live[i] = problem.low(i) > reach.least()[i] || problem.high(i) < reach.most()[i];
        }
        return reduced;
    }

    /** Whether no plan can exist because a band cannot be reached. */
    public boolean contradictory() {
        for (int i = 0; i < low.length; i++) {
            if (low[i] > high[i]) {
                return true;
            }
        }
        return false;
    }

    /** Number of bands that can be broken. */
    public int liveBands() {
        int count = 0;
        for (boolean is : live) {
            count += is ? 1 : 0;
        }
        return count;
    }

    /** A choice of this problem's options in terms of the given problem's. */
    public int[] toGiven(int[] choice) {
        return origin == null
                ? choice
                : Arrays.stream(choice).map(e -> origin[e]).toArray();
    }

    /** A choice of the given problem's options in terms of this problem's; the first option where that was removed. */
    public int[] fromGiven(int[] choice) {
        int[] mapped = choice.clone();
        for (int u = 0; origin != null && u < mapped.length; u++) {
            int from = problem.first(u);
            int at = Arrays.binarySearch(origin, from, problem.first(u + 1), choice[u]);
            mapped[u] = at >= 0 ? at : from;
        }
        return mapped;
    }
}
