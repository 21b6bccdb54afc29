package io.fairpatch.plan.kernel.knapsack;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Two trees over the whole problem, side by side. One looks for a plan that costs no more than the bound: searched to its
 * end, it raises the bound by a grain, and begins anew. The other dives for a plan somewhat below the best one, with limits
 * that come nearer to it each time nothing is found in a number
 * of steps back.
 */
final class Dives {
    private static final double[] WAYS = {0.3, 0.5, 0.7, 0.9};
    private static final double LONGER = 1.3;
    private static final double NOISE = 0.2;
    private static final int CLIMBS = 30;
    private static final int PATIENCE = 100;

    private final Sacks sacks;
    private final int[] start;
    private final SplittableRandom random;
    private long least;
    private @Nullable SackTree proof;
    private @Nullable SackTree dive;
    private double patience = PATIENCE;
    private int way;

    /** @param least no plan costs less, in ticks */
    Dives(Sacks sacks, int[] start, long least, SplittableRandom random) {
        this.sacks = sacks;
        this.start = start;
        this.random = random;
        rule(least);
    }

    /** No plan costs less, in ticks. */
    long least() {
        return least;
    }

    private void rule(long below) {
        least = Math.max(least, Math.floorDiv(below + sacks.grain() - 1, sacks.grain()) * sacks.grain());
    }

    /** Gets the trees ready to go on; {@code known} is what the best plan costs. */
    SackTree[] ready(long known) {
        if (proof == null) {
            proof = new SackTree(sacks, start, least, CLIMBS, false, 0, random.split());
        }
        if (dive == null || dive.limit() >= known) {
            long above = (long) ((known - least) * WAYS[way % WAYS.length]) / sacks.grain() * sacks.grain();
            dive = new SackTree(sacks, start, least + above, CLIMBS, true, NOISE, random.split());
        }
        return new SackTree[] {proof, dive};
    }

    /** Reads what the trees have come to. */
    void settle(SackTree[] trees) {
        for (var tree : trees) {
            if (tree.done()) {
                rule(tree.limit() + sacks.grain());
            }
        }
        if (trees[0].done() || trees[0].limit() < least) {
            proof = null;
        }
        if (trees[1].done() || trees[1].retreats() > patience) {
            patience *= trees[1].done() ? 1 : LONGER;
            way++;
            dive = null;
        }
    }
}
