package io.fairpatch.plan.kernel.knapsack;

import java.util.SplittableRandom;

/** Dives by shares, two side by side, each begun anew when it ends: with other random numbers and another boldness. */
final class ShareDives {
    private static final int SIDE_BY_SIDE = 2;
    private static final int ROOT_ROUNDS = 60;
    private static final double ROOT_BOLDNESS = 0.1;
    /** Boldness is drawn from between these, evenly by its logarithm. */
    private static final double TIMID = 0.03;

    private static final double BOLD = 0.5;

    private final Sacks sacks;
    private final SplittableRandom random;
    private final Averages root;
    private final ShareDive[] dives = new ShareDive[SIDE_BY_SIDE];
    private int ended;
    private int fruitless;

    ShareDives(Sacks sacks, int[] start, SplittableRandom random) {
        this.sacks = sacks;
        this.random = random;
        this.root = new Averages(sacks, new Path(sacks), start);
    }

    /** Averages at the root. */
    void begin(long limit) {
        root.climb(ROOT_ROUNDS, limit, limit, ROOT_BOLDNESS);
    }

    /** Gets the dives ready to go on, for plans at most this dear. */
    ShareDive[] ready(long limit) {
        for (int d = 0; d < dives.length; d++) {
            if (dives[d] == null) {
                double boldness = TIMID * Math.pow(BOLD / TIMID, random.nextDouble());
                dives[d] = new ShareDive(sacks, root, limit, boldness, random.split());
            }
        }
        return dives.clone();
    }

    /** Drops the dives that have ended. */
    void settle() {
        for (int d = 0; d < dives.length; d++) {
            if (dives[d].done()) {
                fruitless = dives[d].found() == null ? fruitless + 1 : 0;
                dives[d] = null;
                ended++;
            }
        }
    }

    /** Dives that have ended in a row without a plan. */
    int fruitless() {
        return fruitless;
    }

    /** Dives that have ended. */
    int ended() {
        return ended;
    }
}
