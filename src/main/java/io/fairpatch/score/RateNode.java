package io.fairpatch.score;

/**
 * Closed deals of a cell of a hierarchy.
 *
 * @param parent position of the larger cell it belongs to, -1 for the whole
 * @param level 0 for the whole, one more for each step down
 */
public record RateNode(int parent, int level, long deals, long wins) {
    public RateNode {
        if (wins < 0 || wins > deals || parent >= 0 == (level == 0)) {
            throw new IllegalArgumentException(
                    "A cell of level " + level + " with " + wins + " wins of " + deals + " deals makes no sense");
        }
    }

    double rate() {
        return deals == 0 ? 0 : (double) wins / deals;
    }
}
