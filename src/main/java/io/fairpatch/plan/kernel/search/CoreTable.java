package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;

/**
 * What a search by moves asks about the core's options, laid out next to each other in the core's order: agent, regret
 * and loads. Immutable, so that searches side by side may share it. O(core options x measures) memory.
 */
final class CoreTable {
    final AssignmentProblem problem;
    final int measures;
    private final Core core;
    private final double[] prices;
    private final int[] agent;
    private final long[] load;

    CoreTable(AssignmentProblem problem, Core core, double[] prices) {
        this.problem = problem;
        this.measures = problem.measures();
        this.core = core;
        this.prices = prices;
        int size = core.first(problem.units());
        this.agent = new int[size];
        this.load = new long[size * measures];
        for (int at = 0; at < size; at++) {
            agent[at] = problem.agent(core.option(at));
            for (int k = 0; k < measures; k++) {
                load[at * measures + k] = problem.load(core.option(at), k);
            }
        }
    }

    /** The first place of a unit; {@code first(unit + 1)} is its end. */
    int first(int unit) {
        return core.first(unit);
    }

    /** Whether the core lets a unit choose. */
    boolean open(int unit) {
        return core.count(unit) > 1;
    }

    int option(int at) {
        return core.option(at);
    }

    int agent(int at) {
        return agent[at];
    }

    double regret(int at) {
        return core.regret(at);
    }

    long load(int at, int measure) {
        return load[at * measures + measure];
    }

    /** The regret of any option of a unit, in the core or not. */
    double regretOf(int unit, int option) {
        double least = problem.reducedCost(core.option(core.first(unit)), prices);
        return problem.reducedCost(option, prices) - least;
    }
}
