package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A dive by column generation's values (Sadykov, Vanderbeck, Pessoa, Tahiri and Uchoa, Primal heuristics for branch and price:
 * the assets of diving methods, 2019). At each node prices climb a few rounds ({@link Averages}), then a twentieth of the open
 * units is decided: those that some agent has in the largest part of its best books. What is decided early is near 1, so the
 * bound hardly rises until a tenth of the units is open; the last few are searched exactly ({@link SackTree}). The values
 * are changed a little at random, so that each dive comes out elsewhere. No node is taken back: another dive costs little.
 * O(agents x units) rounds for some {@value #ROUNDS} ln(units) {@value #PARTS}.
 */
final class ShareDive {
    private static final int ROUNDS = 10;
    private static final int PARTS = 20;
    private static final int LAST = 25;
    private static final int TREE_CLIMBS = 40;
    private static final long TREE_WORK = 20_000_000;
    private static final double NOISE = 0.1;

    private final Sacks sacks;
    private final Path path;
    private final Averages averages;
    private final long limit;
    private final double boldness;
    private final SplittableRandom random;
    private @Nullable SackTree tree;
    private int[] last = new int[0];
    private long treeWork = TREE_WORK;
    private boolean done;
    private int @Nullable [] found;

    /**
     * @param root averages with nothing decided
     * @param limit what a plan may cost at most, in ticks
     * @param boldness part of the way to the limit that prices are thought to have to go at a node
     */
    ShareDive(Sacks sacks, Averages root, long limit, double boldness, SplittableRandom random) {
        this.sacks = sacks;
        this.path = new Path(sacks);
        this.averages = root.on(path);
        this.limit = limit;
        this.boldness = boldness;
        this.random = random;
    }

    /** Goes on until so many cells of tables are filled, or the dive ends. */
    void run(long work) {
        long end = averages.work() + work;
        while (!done && tree == null && averages.work() < end) {
            node();
        }
        if (tree != null && !done) {
            finish(tree, Math.min(work, treeWork));
        }
    }

    boolean done() {
        return done;
    }

    /** The plan found, by unit; null without one. */
    int @Nullable [] found() {
        return found;
    }

    private void node() {
        long bound = averages.climb(ROUNDS, limit, limit, boldness);
        if (bound > limit) {
            done = true;
        } else if (path.left() <= LAST) {
            tree = tree();
        } else {
            decide();
        }
    }

    private void decide() {
        int[] open =
                IntStream.range(0, sacks.units()).filter(u -> !path.decided(u)).toArray();
        int[] agent = new int[sacks.units()];
        double[] value = new double[sacks.units()];
        for (int u : open) {
            value[u] = -1;
            for (int a = 0; a < sacks.agents(); a++) {
                double its = path.may(a, u) ? averages.share(a, u) * (1 + NOISE * random.nextDouble()) : -1;
                if (its > value[u]) {
                    value[u] = its;
                    agent[u] = a;
                }
            }
            done |= value[u] < 0;
        }
        Arrays.stream(open)
                .boxed()
                .sorted(Comparator.comparingDouble(u -> -value[u]))
                .limit(Math.max(1, open.length / PARTS))
                .filter(u -> !done && path.may(agent[u], u))
                .forEach(u -> path.take(agent[u], u));
    }

    /** A tree over the units still open, in the rooms still left. */
    private SackTree tree() {
        last = IntStream.range(0, sacks.units()).filter(u -> !path.decided(u)).toArray();
        int[] start = Arrays.stream(last).map(averages::price).toArray();
        return new SackTree(
                sacks.rest(path, last), start, limit - path.cost(), TREE_CLIMBS, false, NOISE, random.split());
    }

    private void finish(SackTree of, long work) {
        of.run(work);
        treeWork -= work;
        done = of.done() || treeWork == 0;
        int[] best = of.best();
        if (best != null) {
            found = path.agents();
            for (int at = 0; at < last.length; at++) {
                found[last[at]] = best[at];
            }
        }
    }
}
