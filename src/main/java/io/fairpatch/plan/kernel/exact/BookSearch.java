package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Grain;
import java.util.Arrays;

/**
 * Raises the bound, and in the end closes it, where agents have few units and several or two-sided bands. The bound by whole
 * books climbs at the root ({@link BookPrices}); then a tree is searched depth first as in {@link Closing}, but with that
 * bound: at each node prices climb a little from the parent's, an option that would raise the bound above the plan to beat is
 * struck out (Posta, Ferland and Michelon 2012), and it branches on the unit whose second best option is the furthest behind
 * its best. Resumable; nothing depends on the number of threads.
 */
public final class BookSearch {
    private static final int MOST_UNITS = 400;
    private static final int MOST_OPTIONS = 10_000;
    /** An agent's books are few enough to be searched where it has so many units on average. */
    private static final int MOST_IN_BOOK = 20;

    private static final double MOST_SUM = 0x1p50;
    private static final double[] ROOT = {1, 0.5, 0.25, 0.12, 0.06, 0.03};
    private static final int ROOT_CLIMBS = 60;
    private static final int CLIMBS = 12;
    private static final double BOLD = 0.3;
    private static final int FEW = 120;
    private static final int MANY_TURNS = 4;
    private static final long WORK = 1_000_000;

    private final AssignmentProblem problem;
    private final Domains domains;
    private final BookPrices prices;
    private final Grain grain;
    private final int[] decision;
    private final int[] mark;
    private final long[][] parent;
    private long[] rise = new long[0];
    private int depth;
    private int rounds;
    private long bound = Long.MIN_VALUE;
    private boolean done;

    public BookSearch(Reduced reduced, double[] bandPrices, Workers workers) {
        this.problem = reduced.problem();
        this.domains = new Domains(reduced);
        this.prices = new BookPrices(reduced, domains, bandPrices, workers);
        this.grain = Grain.of(problem);
        this.decision = new int[problem.options() + 1];
        this.mark = new int[problem.options() + 1];
        this.parent = new long[problem.options() + 1][];
    }

    /** Whether the problem is small enough, and its numbers, to try. */
    public static boolean fits(AssignmentProblem problem) {
        return problem.units() <= MOST_UNITS
                && problem.options() <= MOST_OPTIONS
                && problem.units() <= MOST_IN_BOOK * problem.agents()
                && sum(problem) <= MOST_SUM;
    }

    private static double sum(AssignmentProblem problem) {
        double sum = 0;
        for (int e = 0; e < problem.options(); e++) {
            sum += Math.abs((double) problem.cost(e));
            for (int k = 0; k < problem.measures(); k++) {
                sum += Math.abs((double) problem.load(e, k));
            }
        }
        return sum;
    }

    /** No plan costs less, in millionths; the least number there is before the first round. */
    public long bound() {
        return grain.nextCost(bound);
    }

    /** Whether all plans were searched: none is cheaper than the one at hand. */
    public boolean done() {
        return done;
    }

    /** How many rounds of other searches one of these is worth: many where the tree is unlikely to be searched to its end. */
    public int turns() {
        return rounds <= ROOT.length || problem.units() <= FEW ? 1 : MANY_TURNS;
    }

    /** One round, from the best plan, which must be within the bands and is replaced by what is found. */
    public void round(Incumbent incumbent) {
        long end = prices.work() + WORK;
        if (rounds < ROOT.length) {
            root(incumbent, ROOT[rounds]);
        } else if (rounds == ROOT.length) {
            done = !open(incumbent, ROOT_CLIMBS);
        }
        rounds++;
        while (rounds > ROOT.length && !done && prices.work() < end) {
            step(incumbent);
        }
    }

    private void root(Incumbent incumbent, double boldness) {
        long its = prices.climb(ROOT_CLIMBS, limit(incumbent), boldness);
        bound = Math.max(bound, its);
        if (prices.plan()) {
            incumbent.offer(new Plan(problem, prices.choice()));
        }
        done = bound > limit(incumbent);
    }

    /** What a plan may cost that is cheaper than the one at hand. */
    private long limit(Incumbent incumbent) {
        return incumbent.cost() - Math.max(1, grain.grain());
    }

    private void step(Incumbent incumbent) {
        int option = branch(incumbent);
        if (option < 0) {
            retreat(incumbent);
            return;
        }
        decision[depth] = option;
        mark[depth] = domains.length();
        parent[depth++] = prices.prices();
        domains.take(option);
        if (!open(incumbent, CLIMBS)) {
            retreat(incumbent);
        }
    }

    /** Goes back to the last branch and strikes its option out, and on while that leaves nothing. */
    private void retreat(Incumbent incumbent) {
        do {
            if (depth == 0) {
                done = true;
                return;
            }
            depth--;
            domains.back(mark[depth]);
            prices.set(parent[depth]);
            domains.strike(decision[depth]);
        } while (!open(incumbent, CLIMBS));
    }

    /** Bounds a node and draws the conclusions; false when nothing cheaper is left in it. */
    private boolean open(Incumbent incumbent, int climbs) {
        int length;
        do {
            if (!domains.propagate()) {
                return false;
            }
            long its = prices.climb(climbs, limit(incumbent), BOLD);
            if (prices.plan()) {
                incumbent.offer(new Plan(problem, prices.choice()));
            }
            if (depth == 0) {
                bound = Math.max(bound, its);
            }
            if (its > limit(incumbent)) {
                return false;
            }
            length = domains.length();
            rise = prices.rises(limit(incumbent) - its);
            strike(limit(incumbent) - its);
        } while (domains.length() > length);
        return true;
    }

    private void strike(long room) {
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (domains.has(e) && domains.count(u) > 1 && rise[e] > room) {
                    domains.strike(e);
                }
            }
        }
    }

    /** The best option of the unit whose second best is the furthest behind; -1 where all are decided. */
    private int branch(Incumbent incumbent) {
        int best = -1;
        long most = -1;
        for (int u = 0; u < problem.units(); u++) {
            if (domains.count(u) > 1) {
                int first = -1;
                long second = Long.MAX_VALUE;
                for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                    if (domains.has(e) && (first < 0 || rise[e] < rise[first])) {
                        second = first < 0 ? second : rise[first];
                        first = e;
                    } else if (domains.has(e)) {
                        second = Math.min(second, rise[e]);
                    }
                }
                if (second - rise[first] > most) {
                    most = second - rise[first];
                    best = first;
                }
            }
        }
        if (best < 0) {
            int[] choice = new int[problem.units()];
            Arrays.setAll(choice, domains::only);
            incumbent.offer(new Plan(problem, choice));
        }
        return best;
    }
}
