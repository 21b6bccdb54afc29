package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;

/**
 * The options each unit still has on a path of a search, and what follows from them. A band's total lies between
 * {@code least} and {@code most}; an option whose load leaves that range outside the band is struck out, one without
 * which the band cannot be met is taken, until nothing changes (bounds consistency). Strikes are kept on a trail, so that
 * going back costs what going forward did. O(units of an agent) for each agent whose totals changed.
 */
final class Domains {
    private static final int FEW = 10;

    private final AssignmentProblem problem;
    private final Reduced reduced;
    private final int measures;
    private final boolean[] alive;
    private final int[] count;
    private final int[] unitOf;
    private final int[][] optionsOf;
    private final long[] least;
    private final long[] most;
    private final int[] trail;
    private int struck;
    private final int[] queue;
    private final boolean[] queued;
    private int waiting;
    private boolean failed;
    private final boolean[] touched;
    private final double[] trouble;
    private final long[] few = new long[FEW];

    Domains(Reduced reduced) {
        this.reduced = reduced;
        this.problem = reduced.problem();
        this.measures = problem.measures();
        alive = new boolean[problem.options()];
        Arrays.fill(alive, true);
        count = new int[problem.units()];
        unitOf = new int[problem.options()];
        least = new long[problem.bands()];
        most = new long[problem.bands()];
        trail = new int[problem.options()];
        queue = new int[problem.agents()];
        queued = new boolean[problem.agents()];
        touched = new boolean[problem.agents()];
        trouble = new double[problem.agents()];
        Arrays.fill(trouble, 1);
        int[] size = new int[problem.agents()];
        for (int u = 0; u < count.length; u++) {
            count[u] = problem.first(u + 1) - problem.first(u);
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                unitOf[e] = u;
                size[problem.agent(e)]++;
                shift(e, count[u] == 1, 1);
            }
        }
        optionsOf = new int[problem.agents()][];
        Arrays.setAll(optionsOf, a -> new int[size[a]]);
        for (int e = alive.length - 1; e >= 0; e--) {
            optionsOf[problem.agent(e)][--size[problem.agent(e)]] = e;
        }
        for (int a = 0; a < queue.length; a++) {
            wake(a);
        }
    }

    /** Adds an option's part to the ranges of its bands, or takes it out again. */
    private void shift(int e, boolean forced, int sign) {
        int band = problem.agent(e) * measures;
        for (int k = 0; k < measures; k++) {
            long load = problem.load(e, k);
            least[band + k] += sign * (forced ? load : Math.min(0, load));
            most[band + k] += sign * (forced ? load : Math.max(0, load));
        }
    }

    private void wake(int agent) {
        touched[agent] = true;
        if (!queued[agent]) {
            queued[agent] = true;
            queue[waiting++] = agent;
        }
    }

    /** Strikes an option out. */
    void strike(int e) {
        int u = unitOf[e];
        alive[e] = false;
        trail[struck++] = e;
        shift(e, count[u] == 1, -1);
        wake(problem.agent(e));
        if (--count[u] == 1) {
            int last = only(u);
            shift(last, false, -1);
            shift(last, true, 1);
            wake(problem.agent(last));
        }
        failed |= count[u] == 0;
    }

    /** Strikes the unit's other options out. */
    void take(int e) {
        int u = unitOf[e];
        for (int other = problem.first(u); other < problem.first(u + 1); other++) {
            if (other != e && alive[other]) {
                strike(other);
            }
        }
    }

    /** Brings back what was struck out since the trail had this length. */
    void back(int length) {
        while (struck > length) {
            int e = trail[--struck];
            int u = unitOf[e];
            if (count[u] == 1) {
                int last = only(u);
                shift(last, true, -1);
                shift(last, false, 1);
            }
            count[u]++;
            alive[e] = true;
            shift(e, count[u] == 1, 1);
        }
        while (waiting > 0) {
            queued[queue[--waiting]] = false;
        }
        Arrays.fill(touched, false);
        failed = false;
    }

    /** Draws the conclusions; false when no plan is left. */
    boolean propagate() {
        while (waiting > 0 && !failed) {
            int agent = queue[--waiting];
            queued[agent] = false;
            if (!visit(agent)) {
                trouble[agent]++;
                failed = true;
            }
        }
        for (int a = 0; a < touched.length && !failed; a++) {
            if (touched[a] && !possible(a)) {
                trouble[a]++;
                failed = true;
            }
        }
        Arrays.fill(touched, false);
        return !failed;
    }

    private boolean visit(int agent) {
        for (int i = agent * measures; i < (agent + 1) * measures; i++) {
            if (least[i] > reduced.high()[i] || most[i] < reduced.low()[i]) {
                return false;
            }
        }
        for (int e : optionsOf[agent]) {
            if (alive[e] && count[unitOf[e]] > 1) {
                if (excluded(e)) {
                    strike(e);
                } else if (needed(e)) {
                    take(e);
                }
            }
        }
        return true;
    }

    private boolean excluded(int e) {
        int band = problem.agent(e) * measures;
        for (int k = 0; k < measures; k++) {
            long load = problem.load(e, k);
            if (least[band + k] + Math.max(0, load) > reduced.high()[band + k]
                    || most[band + k] + Math.min(0, load) < reduced.low()[band + k]) {
                return true;
            }
        }
        return false;
    }

    private boolean needed(int e) {
        int band = problem.agent(e) * measures;
        for (int k = 0; k < measures; k++) {
            long load = problem.load(e, k);
            if (least[band + k] - Math.min(0, load) > reduced.high()[band + k]
                    || most[band + k] - Math.max(0, load) < reduced.low()[band + k]) {
                return true;
            }
        }
        return false;
    }

    /** Whether some of an agent's last open loads bring each of its totals into the band; true when they are many. */
    private boolean possible(int agent) {
        for (int k = 0; k < measures; k++) {
            int band = agent * measures + k;
            if (least[band] < reduced.low()[band] || most[band] > reduced.high()[band]) {
                int open = 0;
                for (int e : optionsOf[agent]) {
                    if (alive[e] && count[unitOf[e]] > 1 && problem.load(e, k) != 0) {
                        if (open == FEW) {
                            open++;
                            break;
                        }
                        few[open++] = problem.load(e, k);
                    }
                }
                if (open <= FEW && !reaches(band, open)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Goes through all subsets in Gray code: one load in or out at a time. */
    private boolean reaches(int band, int open) {
        long total = least[band];
        for (int o = 0; o < open; o++) {
            total -= Math.min(0, few[o]);
        }
        int code = 0;
        for (int step = 1; step <= 1 << open; step++) {
            if (total >= reduced.low()[band] && total <= reduced.high()[band]) {
                return true;
            }
            int flip = Integer.numberOfTrailingZeros(step);
            if (flip < open) {
                code ^= 1 << flip;
                total += (code >> flip & 1) == 1 ? few[flip] : -few[flip];
            }
        }
        return false;
    }

    boolean has(int e) {
        return alive[e];
    }

    int count(int unit) {
        return count[unit];
    }

    /** The unit's first option left. */
    int only(int unit) {
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            if (alive[e]) {
                return e;
            }
        }
        return problem.first(unit);
    }

    int length() {
        return struck;
    }

    long least(int band) {
        return least[band];
    }

    long most(int band) {
        return most[band];
    }

    /** How often a band of the agent ended a path. */
    double trouble(int agent) {
        return trouble[agent];
    }
}
