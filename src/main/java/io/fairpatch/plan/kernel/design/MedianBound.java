package io.fairpatch.plan.kernel.design;

import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A lower bound on the cost of any drawing, with centres free: the Lagrangian relaxation of "every area is served once"
 * in the capacitated p-median problem. For prices lambda,
 *
 * <pre>L(lambda) = sum_i lambda_i + (sum of the p least kappa_j)</pre>
 *
 * with kappa_j from {@link CenterBound}. Contiguity and fixed areas are left out, which keeps the bound valid. Prices climb
 * by subgradient steps of Polyak's length (Held, Wolfe and Crowder 1974). A pass over all centres costs
 * O(areas^2 log areas); on large maps it takes several steps, so that a run can stop in between.
 */
final class MedianBound {
    private static final double ROUNDING = 1e-9;
    private static final int PAIRS_A_STEP = 2_000_000;
    private static final int WORTH_SHARING = 300;
    private static final int TASKS = 4;

    private final DesignProblem problem;
    private final Workers workers;
    private final int n;
    private final double[] lambda;
    private final double[] kappa;
    private final CenterBound[] centers;
    private final int centersAStep;
    private int next;
    private double best = Double.NEGATIVE_INFINITY;
    private double agility = 2;
    private int stalled;
    private int passes;
    private List<Integer> chosen = List.of();

    MedianBound(DesignProblem problem, Workers workers) {
        this.problem = problem;
        this.workers = workers;
        this.n = problem.size();
        this.lambda = new double[n];
        this.kappa = new double[n];
        this.centers = new CenterBound[n < WORTH_SHARING ? 1 : TASKS];
        this.centersAStep = Math.max(1, Math.min(n, PAIRS_A_STEP / n));
        Arrays.setAll(centers, t -> new CenterBound(problem, lambda));
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

    /** Steps that one pass over all centres takes. */
    int stepsAPass() {
        return (n + centersAStep - 1) / centersAStep;
    }

    /** Goes on with the pass; at its end the prices move towards the cost of a known drawing. */
    void step(double target) {
        int from = next;
        int to = Math.min(n, from + centersAStep);
        workers.run(centers.length, t -> {
            for (int j = from + t; j < to; j += centers.length) {
                kappa[j] = centers[t].kappa(j);
            }
        });
        next = to;
        if (next == n) {
            next = 0;
            passes++;
            pass(target);
        }
    }

    private void pass(double target) {
        double bound = Arrays.stream(lambda).sum();
        var least = IntStream.of(Ranking.ascending(shifted()))
                .limit(problem.territories())
                .boxed()
                .toList();
        double[] served = new double[n];
        for (int j : least) {
            bound += kappa[j];
            centers[0].serve(j, kappa[j], served);
        }
        record(bound, least);
        climb(bound, target, served);
    }

    /** Kappas from 0 up: the ranking takes no negative numbers. */
    private double[] shifted() {
        double least = Arrays.stream(kappa).min().orElse(0);
        return Arrays.stream(kappa).map(k -> k - least).toArray();
    }

    private void record(double bound, List<Integer> least) {
        if (bound > best) {
            stalled = bound > best + 1e-6 * Math.abs(best) ? 0 : stalled + 1;
            best = bound;
            chosen = least;
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

    /** Passes over all centres so far; there is no bound before the first. */
    int passes() {
        return passes;
    }

    /** The best bound so far, less what rounding may have added. */
    double best() {
        double sure = best
                - ROUNDING
                        * (1
                                + Math.abs(best)
                                + Math.abs(Arrays.stream(lambda).map(Math::abs).sum()));
        return problem.distances().nonNegative() ? Math.max(0, sure) : sure;
    }

    /** The centres of the best bound: a good start for a search. */
    List<Integer> centers() {
        return chosen;
    }
}
