package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
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

    static Core of(AssignmentProblem problem, double[] prices, double threshold, int most) {
        int[] first = new int[problem.units() + 1];
        int[] option = new int[problem.units() * 2 + most];
        double[] regret = new double[option.length];
        var sorter = new Sorter();
        int at = 0;
        for (int u = 0; u < problem.units(); u++) {
            sorter.read(problem, u, prices);
            if (at + most > option.length) {
                option = Arrays.copyOf(option, option.length * 2);
                regret = Arrays.copyOf(regret, regret.length * 2);
            }
            for (int o = 0; o < Math.min(most, sorter.size) && sorter.regret[o] <= threshold; o++) {
                option[at] = sorter.option[o];
                regret[at++] = sorter.regret[o];
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
                insert(o, problem.first(unit) + o, reducedCost(problem, problem.first(unit) + o, prices));
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

    static double reducedCost(AssignmentProblem problem, int option, double[] prices) {
        double sum = problem.cost(option);
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            sum += prices[band + k] * problem.load(option, k);
        }
        return sum;
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
