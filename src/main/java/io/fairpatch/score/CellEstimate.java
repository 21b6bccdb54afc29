package io.fairpatch.score;

import java.util.List;

/**
 * What the closed deals of a cell, and of the larger ones around it, say.
 *
 * @param path values of the dimensions; empty for the whole
 * @param parent position of the next larger cell, -1 for the whole
 * @param deals closed in the window
 * @param averageWonCents mean amount of its own won deals that have one, 0 when there are none
 * @param wonCents what a won deal is worth there, drawn towards the larger cells where it has few; 0 when no deal was
 *     ever won with an amount
 */
public record CellEstimate(
        List<String> path, int parent, long deals, long wins, RateEstimate rate, long averageWonCents, long wonCents) {
    public CellEstimate {
        path = List.copyOf(path);
    }

    /** Wins over deals, 0 when there are none. */
    public double rawRate() {
        return deals == 0 ? 0 : (double) wins / deals;
    }

    /** Whether it has fewer deals than are trusted alone. */
    public boolean thin(int trustedDeals) {
        return deals < trustedDeals;
    }
}
