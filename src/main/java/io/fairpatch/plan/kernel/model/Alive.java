package io.fairpatch.plan.kernel.model;

import java.util.BitSet;

/** Which options are still possible, and how many each unit has. */
final class Alive {
    private final BitSet dead = new BitSet();
    private final int[] count;

    /** Marks the options a pin rules out as dead. */
    Alive(AssignmentProblem problem) {
        count = new int[problem.units()];
        for (int u = 0; u < count.length; u++) {
            count[u] = problem.first(u + 1) - problem.first(u);
            for (int e = problem.first(u); problem.pin(u) >= 0 && e < problem.first(u + 1); e++) {
                if (e != problem.pin(u)) {
                    kill(u, e);
                }
            }
        }
    }

    void kill(int unit, int option) {
        dead.set(option);
        count[unit]--;
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
