package io.fairpatch.score;

import io.fairpatch.model.DealSums;
import org.jspecify.annotations.Nullable;

/** Closed deals of a group, counted. Not thread-safe. */
final class Tally {
    private long deals;
    private long wins;
    private long valued;
    private long wonCents;
    private long sumLog;
    private long sumLogSquared;

    void add(boolean won, @Nullable Long amountCents) {
        deals++;
        if (won) {
            wins++;
            if (amountCents != null && amountCents > 0) {
                valued++;
                wonCents += amountCents;
                double log = Math.log(amountCents);
                sumLog += Math.round(log * DealSums.GRAIN);
                sumLogSquared += Math.round(log * log * DealSums.GRAIN);
            }
        }
    }

    void add(DealSums sums) {
        deals += sums.deals();
        wins += sums.wins();
        valued += sums.valued();
        wonCents += sums.wonCents();
        sumLog += sums.sumLog();
        sumLogSquared += sums.sumLogSquared();
    }

    long deals() {
        return deals;
    }

    long wins() {
        return wins;
    }

    /** Mean of the won deals that have an amount, 0 without any. */
    long averageWonCents() {
        return valued == 0 ? 0 : Math.round((double) wonCents / valued);
    }

    RateNode rate(int parent, int level) {
        return new RateNode(parent, level, deals, wins);
    }

    ValueNode value(int parent, int level) {
        return new ValueNode(parent, level, valued, sumLog / DealSums.GRAIN, sumLogSquared / DealSums.GRAIN);
    }
}
