package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import java.util.Arrays;

/**
 * The units each agent has, so that a search can name a random one or list them all. Kept in step by {@link #move};
 * parts that own disjoint agents may move units in parallel.
 */
final class Books {
    private final AssignmentProblem problem;
    private final Plan plan;
    private final int[][] members;
    private final int[] size;
    private final int[] place;

    Books(AssignmentProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        this.members = new int[problem.agents()][8];
        this.size = new int[problem.agents()];
        this.place = new int[problem.units()];
        refill();
    }

    /** Lists the units anew after the plan was changed elsewhere. */
    void refill() {
        Arrays.fill(size, 0);
        for (int u = 0; u < place.length; u++) {
            enter(u, plan.agent(u));
        }
    }

    private void enter(int unit, int agent) {
        if (size[agent] == members[agent].length) {
            members[agent] = Arrays.copyOf(members[agent], size[agent] * 2);
        }
        place[unit] = size[agent];
        members[agent][size[agent]++] = unit;
    }

    /** Gives a unit another option, in the plan and here. */
    void move(int unit, int option) {
        int from = plan.agent(unit);
        int last = members[from][--size[from]];
        members[from][place[unit]] = last;
        place[last] = place[unit];
        plan.move(unit, option);
        enter(unit, problem.agent(option));
    }

    int size(int agent) {
        return size[agent];
    }

    int unit(int agent, int at) {
        return members[agent][at];
    }

    Plan plan() {
        return plan;
    }
}
