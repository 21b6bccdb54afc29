package io.fairpatch.score;

import org.jspecify.annotations.Nullable;

/** Closed deals of a group, counted. Not thread-safe. */
final class Tally {
    private int deals;
    private int wins;
    private int valued;
    private long wonCents;

    void add(boolean won, @Nullable Long amountCents) {
        deals++;
        if (won) {
            wins++;
            if (amountCents != null && amountCents > 0) {
                valued++;
                wonCents += amountCents;
            }
        }
    }

    void add(Tally other) {
        deals += other.deals;
        wins += other.wins;
        valued += other.valued;
        wonCents += other.wonCents;
    }

    int deals() {
        return deals;
    }

    int wins() {
        return wins;
    }

    /** Won deals that have an amount. */
    int valued() {
        return valued;
    }

    double rate() {
        return deals == 0 ? 0 : (double) wins / deals;
    }

    long averageWonCents() {
        return valued == 0 ? 0 : Math.round((double) wonCents / valued);
    }
}
