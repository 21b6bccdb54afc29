package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The exact search of a whole small problem. Bounds are taken in floating point, so nothing is cut off unless it is worse
 * by more than the largest rounding error the sums can have; costs and bands are compared exactly.
 */
public final class WholeSearch {
    private static final long NODES_A_STEP = 300_000;
    private static final long CLOSING_NODES_A_STEP = 10_000;
    private static final double ROUNDING = 1e-12;

    private final Reduced reduced;
    private final double[] prices;
    private final Pace pace;
    private @Nullable Closing closing;

    public WholeSearch(Reduced reduced, double[] prices, Pace pace) {
        this.reduced = reduced;
        this.prices = prices;
        this.pace = pace;
    }

    /** Whether the problem is small enough to try. */
    public static boolean fits(AssignmentProblem problem, int mostUnits) {
        return problem.units() <= mostUnits && (long) problem.units() * problem.bands() <= 2_000_000;
    }

    /**
     * Searches for the cheapest plan within the bands; true when the whole tree was searched within this many steps, so
     * that the incumbent is optimal, or no plan exists when it breaks a band.
     *
     * @param grain the least difference between two plans' costs
     */
    public boolean cheapest(Incumbent incumbent, long grain, int steps) {
        double[] hard = new double[prices.length];
        Arrays.fill(hard, Double.POSITIVE_INFINITY);
        double margin = ROUNDING * magnitude(prices);
        var plan = incumbent.plan().copy();
        return search(incumbent, plan, prices, hard, Math.max(1, grain) - margin, steps);
    }

    /**
     * Goes on, for some steps, with a search that draws conclusions at every node: worth it where plans are rare. True
     * when the whole tree was searched, so that the incumbent is optimal, or no plan exists when it breaks a band.
     *
     * @param incumbent the same at every call; replaced by better plans
     */
    public boolean close(Incumbent incumbent, long grain, int steps) {
        if (closing == null) {
            double margin = ROUNDING * magnitude(prices);
            closing = new Closing(reduced, prices, incumbent, Math.max(1, grain), margin, pace.seed());
        }
        for (int step = 0; step < steps && pace.begin(); step++) {
            if (closing.run(CLOSING_NODES_A_STEP)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Searches for the plan that breaks the bands least in total, the cheapest of those.
     */
    public boolean leastViolation(Incumbent incumbent, int steps) {
        double[] none = new double[prices.length];
        double[] each = new double[prices.length];
        Arrays.fill(each, Breach.price(reduced));
        return search(incumbent, incumbent.plan().copy(), none, each, 0.5, steps);
    }

    private boolean search(Incumbent incumbent, Plan plan, double[] pi, double[] penalties, double gain, int steps) {
        var piece = whole(reduced.problem(), pi, plan);
        var tree = new TreeSearch(reduced, piece);
        tree.begin(plan, pi, penalties, gain);
        tree.beat(tree.valueNow());
        for (int step = 0; step < steps && pace.begin(); step++) {
            boolean done = tree.run(NODES_A_STEP);
            if (tree.improved()) {
                var better = plan.copy();
                tree.adopt(better);
                incumbent.offer(better);
            }
            if (done) {
                return true;
            }
        }
        return false;
    }

    /** All agents and all units; units that can hardly move first, then the largest, so that cuts come early. */
    private Piece whole(AssignmentProblem problem, double[] pi, Plan plan) {
        var piece = new Piece(problem);
        int[] agents = IntStream.range(0, problem.agents()).toArray();
        piece.begin(agents, agents.length);
        List<Integer> order = new ArrayList<>();
        double[] size = new double[problem.units()];
        for (int u = 0; u < problem.units(); u++) {
            order.add(u);
            size[u] = size(problem, u);
        }
        order.sort(Comparator.<Integer>comparingDouble(u -> -size[u]).thenComparing(u -> u));
        for (int u : order) {
            piece.add(u, pi, plan);
        }
        return piece;
    }

    private double size(AssignmentProblem problem, int unit) {
        if (problem.first(unit + 1) - problem.first(unit) == 1) {
            return Double.MAX_VALUE;
        }
        double most = 0;
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            for (int k = 0; k < problem.measures(); k++) {
                int band = problem.agent(e) * problem.measures() + k;
                double whole = Math.abs((double) reduced.high()[band]) + 1;
                most = Math.max(most, reduced.live()[band] ? Math.abs(problem.load(e, k)) / whole : 0);
            }
        }
        return most;
    }

    /** A bound on the sum of the magnitudes that enter any node's value. */
    private double magnitude(double[] pi) {
        var problem = reduced.problem();
        double sum = 0;
        for (int i = 0; i < pi.length; i++) {
            sum += Math.abs(pi[i]) * (Math.abs((double) reduced.high()[i]) + Math.abs((double) reduced.low()[i]));
        }
        for (int e = 0; e < problem.options(); e++) {
            sum += Math.abs((double) problem.cost(e));
            for (int k = 0; k < problem.measures(); k++) {
                sum += Math.abs(pi[problem.agent(e) * problem.measures() + k] * problem.load(e, k));
            }
        }
        return sum;
    }
}
