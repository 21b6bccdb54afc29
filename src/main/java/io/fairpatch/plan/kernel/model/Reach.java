package io.fairpatch.plan.kernel.model;

/**
 * The least and the most load each band can get from any plan, in millionths. Each unit adds to band {@code (a, k)} the
 * load of its option at {@code a} when that is its only option, else at least {@code min(0, load)} and at most
 * {@code max(0, load)}. One pass over the options.
 */
public record Reach(long[] least, long[] most) {

    /** The reach over the options marked alive. */
    public static Reach of(AssignmentProblem problem, Alive alive) {
        var reach = new Reach(new long[problem.bands()], new long[problem.bands()]);
        for (int u = 0; u < problem.units(); u++) {
            boolean only = alive.count(u) == 1;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (alive.is(e)) {
                    reach.add(problem, e, only);
                }
            }
        }
        return reach;
    }

    private void add(AssignmentProblem problem, int option, boolean only) {
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            long load = problem.load(option, k);
            least[band + k] += only ? load : Math.min(0, load);
            most[band + k] += only ? load : Math.max(0, load);
        }
    }
}
