package io.fairpatch.plan.kernel.model;

import java.util.BitSet;

/** Which options are still possible, and how many each unit has. */
final class Alive {
    private final AssignmentProblem problem;
    private final BitSet dead = new BitSet();
    private final int[] count;

    /** Marks the options a pin rules out as dead. */
    Alive(AssignmentProblem problem) {
        this.problem = problem;
        count = new int[problem.units()];
        for (int u = 0; u < count.length; u++) {
            count[u] = problem.first(u + 1) - problem.first(u);
            if (problem.pin(u) >= 0) {
                take(u, problem.pin(u));
            }
        }
    }

    void kill(int unit, int option) {
        dead.set(option);
        count[unit]--;
    }

    /** Kills the unit's other options. */
    void take(int unit, int option) {
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            if (e != option && is(e)) {
                kill(unit, e);
            }
        }
    }

    boolean is(int option) {
        return !dead.get(option);
    }

    int count(int unit) {
        return count[unit];
    }

    int deaths() {
        return dead.cardinality();
    }
}
