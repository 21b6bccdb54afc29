package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import java.util.Arrays;

/**
 * A piece of a problem laid out for the tree search: some units with their options inside some agents, and what the
 * other units leave of those agents' bands. Reused from piece to piece; buffers only grow.
 */
public final class Piece {
    private final AssignmentProblem problem;
    private final int[] slotOf;
    private int[] agents = new int[8];
    private int slots;
    int units;
    int[] unit = new int[32];
    int[] start = new int[33];
    int[] option = new int[256];
    int[] slot = new int[256];
    double[] regret = new double[256];
    long[] load;
    final int measures;
    double paidNow;

    public Piece(AssignmentProblem problem) {
        this.problem = problem;
        this.measures = problem.measures();
        this.slotOf = new int[problem.agents()];
        this.load = new long[256 * measures];
        Arrays.fill(slotOf, -1);
    }

    /** Empties the piece and names its agents. */
    public void begin(int[] chosen, int count) {
        for (int s = 0; s < slots; s++) {
            slotOf[agents[s]] = -1;
        }
        agents = chosen.length > agents.length ? new int[chosen.length] : agents;
        System.arraycopy(chosen, 0, agents, 0, count);
        slots = count;
        units = 0;
        paidNow = 0;
        for (int s = 0; s < slots; s++) {
            slotOf[agents[s]] = s;
        }
    }

    /** Whether the agent belongs to the piece. */
    public boolean holds(int agent) {
        return slotOf[agent] >= 0;
    }

    /** Frees a unit: its options inside the piece, cheapest reduced cost first. */
    public void add(int itsUnit, double[] prices, Plan plan) {
        add(itsUnit, prices, plan, -1);
    }

    /** Frees a unit that may not take one of its options. */
    public void add(int itsUnit, double[] prices, Plan plan, int forbidden) {
        if (units + 1 == start.length) {
            unit = Arrays.copyOf(unit, units * 2 + 2);
            start = Arrays.copyOf(start, units * 2 + 3);
        }
        unit[units] = itsUnit;
        int from = units == 0 ? 0 : start[units];
        start[units] = from;
        int at = from;
        for (int e = problem.first(itsUnit); e < problem.first(itsUnit + 1); e++) {
            if (slotOf[problem.agent(e)] >= 0 && e != forbidden) {
                grow(at);
                insert(from, at++, e, problem.reducedCost(e, prices));
            }
        }
        start[++units] = at;
        double current = problem.reducedCost(plan.choice(itsUnit), prices);
        double least = at > from ? Math.min(regret[from], current) : current;
        paidNow += current - least;
        for (int o = from; o < at; o++) {
            regret[o] -= least;
        }
    }

    /** The slot of the unit's present agent. */
    int slotNow(int position, Plan plan) {
        return slotOf[plan.agent(unit[position])] * measures;
    }

    private void grow(int at) {
        if (at == option.length) {
            option = Arrays.copyOf(option, at * 2);
            slot = Arrays.copyOf(slot, at * 2);
            regret = Arrays.copyOf(regret, at * 2);
            load = Arrays.copyOf(load, at * 2 * measures);
        }
    }

    private void insert(int from, int end, int itsOption, double itsCost) {
        int at = end;
        while (at > from && regret[at - 1] > itsCost) {
            option[at] = option[at - 1];
            regret[at] = regret[at - 1];
            at--;
        }
        option[at] = itsOption;
        regret[at] = itsCost;
    }

    /** Copies what the search touches at every node next to each other. */
    void layOut() {
        for (int o = 0; o < start[units] && units > 0; o++) {
            slot[o] = slotOf[problem.agent(option[o])] * measures;
            for (int k = 0; k < measures; k++) {
                load[o * measures + k] = problem.load(option[o], k);
            }
        }
    }

    /** Number of agents. */
    public int slots() {
        return slots;
    }

    /** Number of free units. */
    public int units() {
        return units;
    }

    /** The problem's unit at a position. */
    public int unit(int position) {
        return unit[position];
    }

    /** The problem's band of a local one. */
    int band(int local) {
        return agents[local / measures] * measures + local % measures;
    }

    AssignmentProblem problem() {
        return problem;
    }
}
