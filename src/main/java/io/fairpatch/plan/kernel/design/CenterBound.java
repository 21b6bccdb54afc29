package io.fairpatch.plan.kernel.design;

import io.fairpatch.plan.kernel.model.AssignmentProblem;

/**
 * What one centre can gain at prices lambda, from below:
 *
 * <pre>kappa_j = min { sum_(i in S) (c_ij - lambda_i) : S contains j, loads of S in the bands }</pre>
 *
 * bounded by the continuous knapsack of each measure in turn, of which the greatest counts: from the areas worth taking,
 * the load that is too much is given up, or what lacks is taken in, where it costs least per load (Dantzig 1957).
 * O(areas log areas). Buffers of one thread.
 */
final class CenterBound {
    private final DesignProblem problem;
    private final int n;
    private final double[] lambda;
    private final double[] value;
    private final int[] order;
    private final double[] taken;

    /** @param lambda one price an area, read anew at every question */
    CenterBound(DesignProblem problem, double[] lambda) {
        this.problem = problem;
        this.n = problem.size();
        this.lambda = lambda;
        this.value = new double[n];
        this.order = new int[n];
        this.taken = new double[n];
    }

    /** The bound on kappa_j by its best measure. */
    double kappa(int j) {
        price(j);
        double most = free(j);
        for (int k = 0; k < problem.measures().size(); k++) {
            most = Math.max(most, knapsack(j, k));
        }
        return most;
    }

    /** Adds to each area the share of it that the centre takes in the knapsack of that bound. */
    void serve(int j, double bound, double[] served) {
        price(j);
        double reached = free(j);
        for (int k = 0; k < problem.measures().size() && reached < bound; k++) {
            reached = knapsack(j, k);
        }
        for (int i = 0; i < n; i++) {
            served[i] += taken[i];
        }
    }

    private void price(int j) {
        for (int i = 0; i < n; i++) {
            value[i] = problem.cost(i, j) - lambda[i];
        }
    }

    private double free(int j) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            taken[i] = i == j || value[i] < 0 ? 1 : 0;
            sum += taken[i] * value[i];
        }
        return sum;
    }

    /** The continuous knapsack of one measure with both ends; the measure's loads must not be negative. */
    private double knapsack(int j, int measure) {
        double sum = free(j);
        double load = 0;
        for (int i = 0; i < n; i++) {
            if (problem.load(i, measure) < 0) {
                return Double.NEGATIVE_INFINITY;
            }
            load += taken[i] * problem.load(i, measure);
        }
        if (problem.high()[measure] != AssignmentProblem.OPEN_HIGH && load > problem.high()[measure]) {
            return sum + change(j, measure, load - problem.high()[measure], true);
        }
        if (problem.low()[measure] != AssignmentProblem.OPEN_LOW && load < problem.low()[measure]) {
            return sum + change(j, measure, problem.low()[measure] - load, false);
        }
        return sum;
    }

    /** Gives up, or takes in, this much load where it costs least per load. */
    private double change(int j, int measure, double amount, boolean giveUp) {
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (i != j && problem.load(i, measure) > 0 && (taken[i] > 0) == giveUp) {
                order[count++] = i;
            }
        }
        double[] ratio = new double[count];
        for (int at = 0; at < count; at++) {
            ratio[at] = Math.abs(value[order[at]]) / problem.load(order[at], measure);
        }
        double cost = 0;
        double left = amount;
        for (int at : Ranking.ascending(ratio)) {
            if (left <= 0) {
                break;
            }
            int i = order[at];
            double share = Math.min(1, left / problem.load(i, measure));
            taken[i] += giveUp ? -share : share;
            cost += share * Math.abs(value[i]);
            left -= share * problem.load(i, measure);
        }
        return left > 1 ? 1e18 : cost;
    }
}
