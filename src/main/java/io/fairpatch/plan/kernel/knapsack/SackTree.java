package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Depth-first branch and bound by whole books (Posta, Ferland and Michelon, An exact method with variable fixing for solving
 * the generalized assignment problem, 2012) for plans that cost at most a limit. At each node prices climb a little from the
 * parent's ({@link UnitPrices}); a pair that would raise the bound above the limit is struck out, a unit with one agent left
 * is decided; it branches on the unit whose second best agent is the furthest behind its best, best agent first. A plan found
 * lowers the limit below its cost. The nearer the limit lies to the bound, the more is struck out: limits below the best plan
 * find plans quickly where there are any, and a tree searched to its end proves that there is none.
 *
 * <p>A dive decides a part of all open units at once, each node, and takes that back when it fails: many units need few
 * nodes. Resumable; a node costs some {@value #CLIMBS} rounds of the bound.
 */
final class SackTree {
    private static final int CLIMBS = 12;
    private static final int PARTS = 30;

    private final Sacks sacks;
    private final Path path;
    private final UnitPrices prices;
    private final SplittableRandom random;
    private final boolean dives;
    private final double noise;
    private long limit;
    private int depth;
    private boolean fresh = true;
    private boolean done;
    private int climbs;
    private int retreats;
    private Branch[] branches = new Branch[16];
    private int @Nullable [] best;

    /** A unit to branch on. */
    private record Branch(int unit, int[] agents, long[] bounds, int[] prices, int enter, int mark, int[] next) {}

    /**
     * @param start prices of units
     * @param limit what a plan may cost at most, in ticks
     * @param climbs rounds of the bound before the first branch
     * @param dives whether to decide many units at once at first
     * @param noise part by which the order of units strays at random
     */
    SackTree(Sacks sacks, int[] start, long limit, int climbs, boolean dives, double noise, SplittableRandom random) {
        this.sacks = sacks;
        this.path = new Path(sacks);
        this.prices = new UnitPrices(sacks, path, start);
        this.limit = limit;
        this.climbs = climbs;
        this.dives = dives;
        this.noise = noise;
        this.random = random;
    }

    /** Searches until so many cells of tables are filled, or the tree is searched to its end. */
    void run(long work) {
        long end = prices.work() + work;
        while (!done && prices.work() < end) {
            if (fresh) {
                fresh = false;
                open();
            } else {
                next();
            }
        }
    }

    /** Whether it is searched to its end. */
    boolean done() {
        return done;
    }

    /** How often it has gone back over a unit. */
    int retreats() {
        return retreats;
    }

    /** The cheapest plan found, by unit; null without one. */
    int @Nullable [] best() {
        return best;
    }

    /** Plans at most this dear are looked for; where the tree is done there is none. */
    long limit() {
        return limit;
    }

    private void open() {
        int enter = path.length();
        long bound = prices.climb(climbs, limit, 1);
        climbs = CLIMBS;
        if (bound > limit) {
            return;
        }
        if (prices.plan()) {
            offer(prices.agents());
            return;
        }
        int[][] rise = prices.rises(limit - bound);
        var pick = new Pick(sacks, path, noise, random);
        if (!pick.strike(rise, limit - bound)) {
            path.back(enter);
            return;
        }
        if (path.left() == 0) {
            offer(path.agents());
            path.back(enter);
            return;
        }
        branch(pick, rise, bound, enter);
    }

    private void branch(Pick pick, int[][] rise, long bound, int enter) {
        int unit = pick.unit();
        int[] agents = pick.agents(unit, rise);
        long[] bounds =
                Arrays.stream(agents).mapToLong(a -> bound + rise[a][unit]).toArray();
        if (depth == branches.length) {
            branches = Arrays.copyOf(branches, 2 * depth);
        }
        branches[depth++] = new Branch(unit, agents, bounds, prices.prices(), enter, path.length(), new int[1]);
        int many = path.left() / PARTS;
        if (dives && many > 1) {
            pick.takeMany(many, rise);
            fresh = true;
        }
    }

    /** The next agent of the last branch, or back from it. */
    private void next() {
        if (depth == 0) {
            done = true;
            return;
        }
        var branch = branches[depth - 1];
        path.back(branch.mark);
        int at = branch.next[0]++;
        if (at == branch.agents.length || branch.bounds[at] > limit) {
            path.back(branch.enter);
            depth--;
            retreats++;
        } else if (path.may(branch.agents[at], branch.unit)) {
            prices.set(branch.prices);
            path.take(branch.agents[at], branch.unit);
            fresh = true;
        }
    }

    private void offer(int[] agentOf) {
        long cost = sacks.cost(agentOf);
        if (cost <= limit) {
            best = agentOf;
            limit = cost - sacks.grain();
        }
    }
}
