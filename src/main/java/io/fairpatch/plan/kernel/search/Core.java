package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Smallest;
import java.util.Arrays;

/**
 * The options that may be in a near-optimal plan: those whose regret, the reduced cost above the unit's least, is at
 * most a threshold, cheapest first and at most {@code most} a unit. A plan's cost is the bound plus its regrets plus its
 * priced slack, so an option with a large regret is rarely worth a try. Immutable.
 */
final class Core {
    private final int[] first;
    private final int[] option;
    private final double[] regret;

    private Core(int[] first, int[] option, double[] regret) {
        this.first = first;
        this.option = option;
        this.regret = regret;
    }

    /** How wide a core is: regret for all, options a unit, and ranks in and out that every agent is granted. */
    record Width(double regret, int most, int perAgent) {}

    /**
     * Picks the options. Regret scales differ from agent to agent (a remote one pays more for each unit it must win), so
     * each agent is granted its {@code perAgent} nearest units to win and to lose, whatever their regret.
     */
    static Core of(AssignmentProblem problem, double[] prices, Width width) {
        var in = new Smallest(problem.agents(), width.perAgent());
        var out = new Smallest(problem.agents(), width.perAgent());
        var sorter = new Sorter();
        for (int u = 0; u < problem.units(); u++) {
            sorter.read(problem, u, prices);
            for (int o = 1; o < sorter.size; o++) {
                in.offer(problem.agent(sorter.option[o]), sorter.regret[o]);
            }
            if (sorter.size > 1) {
                out.offer(problem.agent(sorter.option[0]), sorter.regret[1]);
            }
        }
        return fill(problem, prices, width, in, out);
    }

    private static Core fill(AssignmentProblem problem, double[] prices, Width width, Smallest in, Smallest out) {
        int[] first = new int[problem.units() + 1];
        int[] option = new int[problem.units() * 2 + width.most()];
        double[] regret = new double[option.length];
        var sorter = new Sorter();
        int at = 0;
        for (int u = 0; u < problem.units(); u++) {
            sorter.read(problem, u, prices);
            if (at + width.most() > option.length) {
                option = Arrays.copyOf(option, option.length * 2);
                regret = Arrays.copyOf(regret, regret.length * 2);
            }
            double leave = out.limit(problem.agent(sorter.option[0]));
            int end = at + width.most();
            for (int o = 0; o < sorter.size && at < end; o++) {
                double limit = Math.max(width.regret(), in.limit(problem.agent(sorter.option[o])));
                if (sorter.regret[o] <= (o == 1 ? Math.max(limit, leave) : limit)) {
                    option[at] = sorter.option[o];
                    regret[at++] = sorter.regret[o];
                }
            }
            first[u + 1] = at;
        }
        return new Core(first, Arrays.copyOf(option, at), Arrays.copyOf(regret, at));
    }

    /** Sorts one unit's options by reduced cost. */
    private static final class Sorter {
        private int[] option = new int[32];
        private double[] regret = new double[32];
        private int size;

        private void read(AssignmentProblem problem, int unit, double[] prices) {
            size = problem.first(unit + 1) - problem.first(unit);
            if (size > option.length) {
                option = new int[size * 2];
                regret = new double[size * 2];
            }
            for (int o = 0; o < size; o++) {
                insert(o, problem.first(unit) + o, problem.reducedCost(problem.first(unit) + o, prices));
            }
            double least = regret[0];
            for (int o = 0; o < size; o++) {
                regret[o] -= least;
            }
        }

        private void insert(int end, int itsOption, double itsCost) {
            int at = end;
            while (at > 0 && regret[at - 1] > itsCost) {
                option[at] = option[at - 1];
                regret[at] = regret[at - 1];
                at--;
            }
            option[at] = itsOption;
            regret[at] = itsCost;
        }
    }

    int first(int unit) {
        return first[unit];
    }

    /** How many core options a unit has; at least one. */
    int count(int unit) {
        return first[unit + 1] - first[unit];
    }

    int option(int at) {
        return option[at];
    }

    double regret(int at) {
        return regret[at];
    }
}
