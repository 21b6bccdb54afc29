package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;

/**
 * The bound by whole books. With a price {@code q_j} on every unit, and x of 0 or 1,
 *
 * <pre>L(q) = sum_j q_j + sum_a min { sum_j (c_aj - q_j) x_aj : sum_j w_aj x_aj at most room_a }</pre>
 *
 * is at most the cost of every plan: "each unit once" is dropped, for the price of a unit that no book or several books
 * have. Each agent's part is a {@link Sack}. It is never below the bound of the linear relaxation, whose prices of units it
 * starts from, as that also cuts units into pieces (Ross and Soland 1975; Geoffrion 1974), and half a per cent above it where
 * an agent has five units. Prices climb along {@code g_j = 1 - books that have j} with some of the last direction kept, by
 * {@code theta (aim - L) / |d|^2} (Polyak 1969); theta falls where that stalls. All is in whole ticks, so it is exact.
 */
final class UnitPrices {
    private static final double KEPT = 0.3;
    private static final double FALLS = 0.6;
    private static final int STALLED = 4;

    private final Sacks sacks;
    private final Path path;
    private final BestBooks books;
    private int[] price;
    private final int[] best;
    private final double[] direction;
    private long bound;
    private double theta;
    private int stale;
    private boolean once;

    /** @param start a price a unit, in ticks */
    UnitPrices(Sacks sacks, Path path, int[] start) {
        this.sacks = sacks;
        this.path = path;
        this.books = new BestBooks(sacks, path);
        this.price = Arrays.stream(start).map(sacks::price).toArray();
        this.best = price.clone();
        this.direction = new double[price.length];
    }

    /**
     * Climbs for some rounds, or until the bound is above a limit or the books are a plan; leaves the best prices.
     *
     * @param limit a plan may cost at most this
     * @param boldness theta at first, 1 or less
     * @return the bound of what the path leaves, in ticks
     */
    long climb(int rounds, long limit, double boldness) {
        bound = Long.MIN_VALUE;
        theta = boldness;
        stale = 0;
        Arrays.fill(direction, 0);
        for (int round = 0; round < rounds; round++) {
            long now = books.choose(price);
            once = books.once();
            note(now);
            if (now > limit || once) {
                break;
            }
            step(limit + sacks.grain() - now);
        }
        System.arraycopy(best, 0, price, 0, price.length);
        return bound;
    }

    private void note(long now) {
        stale++;
        if (now > bound) {
            bound = now;
            System.arraycopy(price, 0, best, 0, price.length);
            stale = 0;
        } else if (stale == STALLED) {
            theta *= FALLS;
            stale = 0;
        }
    }

    private void step(long aim) {
        double norm = 0;
        for (int u = 0; u < price.length; u++) {
            if (!path.decided(u)) {
                direction[u] = KEPT * direction[u] + 1 - books.count(u);
                norm += direction[u] * direction[u];
            }
        }
        double step = theta * aim / Math.max(norm, 1e-9);
        for (int u = 0; u < price.length; u++) {
            if (!path.decided(u)) {
                price[u] = sacks.price(price[u] + step * direction[u]);
            }
        }
    }

    /** Whether the books of the last round were a plan, which then costs as much as the bound: none costs less. */
    boolean plan() {
        return once;
    }

    /** That plan, by unit. */
    int[] agents() {
        return books.plan();
    }

    int[] prices() {
        return price.clone();
    }

    void set(int[] to) {
        price = to.clone();
    }

    long work() {
        return books.work();
    }

    /**
     * By how much the bound rises where an agent gets a unit, by agent and unit: it joins the agent's book and leaves all
     * others, whose books don't touch each other. Only of pairs that are still open; at least so much, and exact up to a
     * limit where books are small.
     */
    int[][] rises(long upTo) {
        int[][] rise = new int[sacks.agents()][price.length];
        int[] leaving = new int[price.length];
        for (int a = 0; a < rise.length; a++) {
            rise(a, rise[a], leaving, upTo);
        }
        for (int[] its : rise) {
            for (int u = 0; u < its.length; u++) {
                its[u] = its[u] < 0 ? leaving[u] + 1 + its[u] : leaving[u] + its[u];
            }
        }
        return rise;
    }

    /** What joining costs, or for a unit in the book -1 less what leaving costs, which is added to the sum of all. */
    private void rise(int agent, int[] rise, int[] leaving, long upTo) {
        var sack = books.fill(agent, price);
        sack.both(upTo);
        int t = 0;
        for (int u = 0; u < rise.length; u++) {
            boolean in = t < sack.size() && sack.unit(t) == u;
            if (in && sack.taken(t)) {
                int gone = sack.without(t);
                leaving[u] += gone;
                rise[u] = -1 - gone;
            } else if (path.may(agent, u)) {
                rise[u] = in ? sack.with(t) : sack.with(sacks.load()[agent][u], sacks.cost()[agent][u] - price[u]);
            }
            t += in ? 1 : 0;
        }
    }
}
