package io.fairpatch.plan.kernel.design;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lower bound on the cost of any drawing, with centres free: the Lagrangian relaxation of "every area is served once"
 * in the capacitated p-median problem. For prices lambda,
 *
 * <pre>L(lambda) = sum_i lambda_i + (sum of the p least kappa_j),
 * kappa_j = min { sum_(i in S) (c_ij - lambda_i) : S contains j, loads of S in the bands }</pre>
 *
 * kappa_j is itself bounded from below by the continuous knapsack of each measure in turn, and the greatest of these is
 * taken: O(areas log areas) a centre. Contiguity and fixed areas are left out, which keeps the bound valid. Prices climb
 * by subgradient steps of Polyak's length (Held, Wolfe and Crowder 1974).
 */
final class MedianBound {
    private static final double ROUNDING = 1e-9;

    private final DesignProblem problem;
    private final int n;
    private final double[] lambda;
    private final double[] kappa;
    private final double[] value;
    private final int[] order;
    private final double[] taken;
    private double best = Double.NEGATIVE_INFINITY;
    private double agility = 2;
    private int stalled;
    private List<Integer> centers = List.of();

    MedianBound(DesignProblem problem) {
        this.problem = problem;
        this.n = problem.size();
        this.lambda = new double[n];
        this.kappa = new double[n];
        this.value = new double[n];
        this.order = new int[n];
        this.taken = new double[n];
        startPrices();
    }

    private void startPrices() {
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += problem.cost(i, j);
            }
            lambda[i] = sum / n / Math.max(1, problem.territories());
        }
    }

    /** One subgradient step towards the cost of a known drawing. */
    void step(double target) {
        double bound = Arrays.stream(lambda).sum();
        for (int j = 0; j < n; j++) {
            kappa[j] = center(j, null);
        }
        List<Integer> byKappa = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            byKappa.add(j);
        }
        byKappa.sort(Comparator.<Integer>comparingDouble(j -> kappa[j]).thenComparing(j -> j));
        var chosen = byKappa.subList(0, problem.territories());
        double[] served = new double[n];
        for (int j : chosen) {
            bound += kappa[j];
            center(j, served);
        }
        record(bound, chosen);
        climb(bound, target, served);
    }

    private void record(double bound, List<Integer> chosen) {
        if (bound > best) {
            stalled = bound > best + 1e-6 * Math.abs(best) ? 0 : stalled + 1;
            best = bound;
            centers = List.copyOf(chosen);
        } else if (++stalled >= 15) {
            agility /= 2;
            stalled = 0;
        }
    }

    private void climb(double bound, double target, double[] served) {
        double norm = 0;
        for (int i = 0; i < n; i++) {
            norm += (1 - served[i]) * (1 - served[i]);
        }
        if (norm < 1e-12) {
            return;
        }
        double step = agility * Math.max(target - bound, 1e-3 * Math.abs(target)) / norm;
        for (int i = 0; i < n; i++) {
            lambda[i] += step * (1 - served[i]);
        }
    }

    /** The bound on kappa_j by its best measure; adds what that knapsack takes when asked to. */
    private double center(int j, double @Nullable [] served) {
        for (int i = 0; i < n; i++) {
            value[i] = problem.cost(i, j) - lambda[i];
        }
        double most = free(j);
        int which = -1;
        for (int k = 0; k < problem.measures().size(); k++) {
            double bound = knapsack(j, k);
            if (bound > most) {
                most = bound;
                which = k;
            }
        }
        if (served != null) {
            if (which < 0) {
                free(j);
            } else {
                knapsack(j, which);
            }
            for (int i = 0; i < n; i++) {
                served[i] += taken[i];
            }
        }
        return most;
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

    /** The best bound so far, less what rounding may have added. */
    double best() {
        return best
                - ROUNDING
                        * (1
                                + Math.abs(best)
                                + Math.abs(Arrays.stream(lambda).map(Math::abs).sum()));
    }

    /** The centres of the best bound: a good start for a search. */
    List<Integer> centers() {
        return centers;
    }
}
