package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Branch and bound with propagation for tight problems of some dozens of units, where plans are rare: a branch takes one
 * option of one unit or strikes it out, {@link Domains} draws the conclusions, and the priced bound of {@link TreeSearch}
 * over what is left ends a path or strikes out more (reduced-cost fixing).
 *
 * <p>It branches on the unit with the fewest options for the trouble its agents have made (Boussemart et al., Boosting
 * systematic search by weighting constraints, ECAI 2004), cheapest reduced cost first. After a number of nodes that grows
 * by half each time it begins anew with what it has learned about trouble (Gomes et al., AAAI 1998), so that it is still
 * exhaustive. Resumable; one node costs O(options).
 */
final class Closing {
    private static final double LONGER = 1.5;

    private final Reduced reduced;
    private final AssignmentProblem problem;
    private final Domains domains;
    private final double[] prices;
    private final double[] regret;
    private final double margin;
    private final long grain;
    private final Incumbent incumbent;
    private final SplittableRandom random;
    private final double constant;
    private int[] decision;
    private int[] mark;
    private int depth;
    private long limit = 300;
    private long spent;
    private boolean begun;
    private boolean done;

    /**
     * @param incumbent the plan to beat, replaced by what is found
     * @param grain least difference of two plans' costs
     * @param margin the largest rounding error of a bound
     */
    Closing(Reduced reduced, double[] prices, Incumbent incumbent, long grain, double margin, long seed) {
        this.reduced = reduced;
        this.problem = reduced.problem();
        this.domains = new Domains(reduced);
        this.prices = prices;
        this.incumbent = incumbent;
        this.grain = grain;
        this.margin = margin;
        this.random = new SplittableRandom(seed);
        this.regret = new double[problem.options()];
        this.decision = new int[problem.options() + 1];
        this.mark = new int[problem.options() + 1];
        this.constant = price();
    }

    private double price() {
        double sum = 0;
        for (int u = 0; u < problem.units(); u++) {
            double least = Double.POSITIVE_INFINITY;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                regret[e] = problem.cost(e);
                for (int k = 0; k < problem.measures(); k++) {
                    regret[e] += prices[problem.agent(e) * problem.measures() + k] * problem.load(e, k);
                }
                least = Math.min(least, regret[e]);
            }
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                regret[e] -= least;
            }
            sum += least;
        }
        for (int i = 0; i < prices.length; i++) {
            sum -= prices[i] * end(i);
        }
        return sum;
    }

    private long end(int band) {
        return prices[band] >= 0 ? reduced.high()[band] : reduced.low()[band];
    }

    /** Visits up to this many nodes; true when the tree is exhausted. */
    boolean run(long nodes) {
        if (!begun) {
            begun = true;
            done = !closed();
        }
        for (long n = 0; n < nodes && !done; n++) {
            if (spent++ >= limit) {
                restart();
            }
            step();
        }
        return done;
    }

    private void restart() {
        if (depth > 0) {
            domains.back(mark[0]);
            depth = 0;
        }
        spent = 0;
        limit = (long) (limit * LONGER);
        done = !closed();
    }

    private void step() {
        int unit = next();
        if (unit < 0) {
            leaf();
            retreat();
            return;
        }
        int option = cheapest(unit);
        decision[depth] = option;
        mark[depth++] = domains.length();
        domains.take(option);
        if (!closed()) {
            retreat();
        }
    }

    /** Goes back to the last branch and strikes its option out, and on while that leaves nothing. */
    private void retreat() {
        do {
            if (depth == 0) {
                done = true;
                return;
            }
            depth--;
            domains.back(mark[depth]);
            domains.strike(decision[depth]);
        } while (!closed());
    }

    private void leaf() {
        int[] choice = new int[problem.units()];
        Arrays.setAll(choice, domains::only);
        incumbent.offer(new Plan(problem, choice));
    }

    /** Propagates and bounds until nothing changes; false when the path ends here. */
    private boolean closed() {
        int length;
        do {
            if (!domains.propagate()) {
                return false;
            }
            length = domains.length();
            if (incumbent.feasible() && !bound(incumbent.cost() - grain + margin)) {
                return false;
            }
        } while (domains.length() > length);
        return true;
    }

    private boolean bound(double cutoff) {
        double bound = constant;
        for (int i = 0; i < prices.length; i++) {
            long near = Math.max(domains.least(i), Math.min(domains.most(i), end(i)));
            bound += prices[i] * (end(i) - near);
        }
        for (int u = 0; u < problem.units(); u++) {
            bound += least(u);
        }
        if (bound > cutoff) {
            return false;
        }
        for (int u = 0; u < problem.units(); u++) {
            double room = cutoff - bound + least(u);
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (domains.has(e) && regret[e] > room) {
                    domains.strike(e);
                }
            }
        }
        return true;
    }

    private double least(int unit) {
        double least = Double.POSITIVE_INFINITY;
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            least = domains.has(e) ? Math.min(least, regret[e]) : least;
        }
        return least;
    }

    private int next() {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int u = 0; u < problem.units(); u++) {
            if (domains.count(u) > 1) {
                double trouble = 0;
                for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                    trouble += domains.has(e) ? domains.trouble(problem.agent(e)) : 0;
                }
                double score = domains.count(u) / trouble * (1 + 0.1 * random.nextDouble());
                if (score < least) {
                    least = score;
                    best = u;
                }
            }
        }
        return best;
    }

    private int cheapest(int unit) {
        int best = -1;
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            if (domains.has(e) && (best < 0 || regret[e] < regret[best] || random.nextInt(16) == 0)) {
                best = e;
            }
        }
        return best;
    }
}
