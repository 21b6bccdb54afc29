package io.fairpatch.sandbox.data.generate;

import java.util.Arrays;

/** Which of a block's accounts are families: up to three runs of two to six at its start. */
final class FamilyPlan {
    /** Behind the last place of a family. */
    static final int END = 30;
    /** Accounts from here on may repeat one of those before. */
    static final int REPEATS_FROM = 94;

    private static final int SLOT = 10;
    private static final int ALONE = -1;

    private final int[] heads = new int[END];

    FamilyPlan(Dice dice) {
        Arrays.fill(heads, ALONE);
        for (int slot = 0; slot < END; slot += SLOT) {
            if (dice.chance(0.8)) {
                Arrays.fill(heads, slot, slot + dice.between(2, 6), slot);
            }
        }
    }

    boolean inFamily(int at) {
        return at < END && heads[at] != ALONE;
    }

    /** Where the family's head is. */
    int head(int at) {
        return heads[at];
    }

    static boolean mayRepeat(int at) {
        return at >= REPEATS_FROM;
    }
}
