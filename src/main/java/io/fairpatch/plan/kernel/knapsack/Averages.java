package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;

/**
 * Prices of units that climb by the volume algorithm (Barahona and Anbil 2000). Beside the bound it gives what subgradients
 * alone don't: an average of all rounds' best books, {@code x_aj}, whose limit is a solution of the relaxation by whole
 * books. With the average's direction {@code v_j = 1 - sum_a x_aj}, each round
 *
 * <pre>q = center + boldness (aim - L) / |v|^2 v;   x = (1 - alpha) x + alpha (books at q)</pre>
 *
 * and the center goes to q where the bound rises. So {@code x_aj} says in which part of the near-optimal books of agent a unit
 * j is: a guide to which units to decide ({@link ShareDive}).
 */
final class Averages {
    private static final double ALPHA = 0.1;
    private static final double FALLS = 0.7;
    private static final int STALLED = 8;
    /** Part of the open units whose missing as a whole {@code |v|^2} is taken to be at least. */
    private static final double LEAST_NORM = 5e-5;

    private final Sacks sacks;
    private final Path path;
    private final BestBooks books;
    private final int[] center;
    private final int[] price;
    private final double[][] share;
    private final double[] direction;

    /** @param start a price a unit, in ticks */
    Averages(Sacks sacks, Path path, int[] start) {
        this(sacks, path, start.clone(), new double[sacks.agents()][sacks.units()]);
        books.choose(center);
        mix(1);
    }

    private Averages(Sacks sacks, Path path, int[] center, double[][] share) {
        this.sacks = sacks;
        this.path = path;
        this.books = new BestBooks(sacks, path);
        this.center = center;
        this.price = center.clone();
        this.share = share;
        this.direction = new double[center.length];
    }

    /** The same at the start of another path on which nothing is decided. */
    Averages on(Path other) {
        double[][] its = Arrays.stream(share).map(double[]::clone).toArray(double[][]::new);
        return new Averages(sacks, other, center.clone(), its);
    }

    /**
     * Climbs for some rounds, or until the bound is above a limit.
     *
     * @param aim what the bound is thought to reach, in ticks
     * @return the bound of what the path leaves, in ticks
     */
    long climb(int rounds, long limit, long aim, double boldness) {
        System.arraycopy(center, 0, price, 0, price.length);
        long bound = Long.MIN_VALUE;
        int stale = 0;
        for (int round = 0; round < rounds && bound <= limit; round++) {
            long now = books.choose(price);
            mix(ALPHA);
            stale++;
            if (now > bound) {
                bound = now;
                System.arraycopy(price, 0, center, 0, price.length);
                stale = 0;
            }
            step(boldness * Math.pow(FALLS, stale / STALLED) * Math.max(0, aim - bound));
        }
        return bound;
    }

    /** Mixes the books of the last round into the average. */
    private void mix(double part) {
        for (int a = 0; a < share.length; a++) {
            double[] its = share[a];
            for (int u = 0; u < its.length; u++) {
                its[u] *= 1 - part;
            }
            for (int u : books.book(a)) {
                its[u] += part;
            }
        }
    }

    private void step(double far) {
        Arrays.fill(direction, 1);
        for (double[] its : share) {
            for (int u = 0; u < its.length; u++) {
                direction[u] -= its[u];
            }
        }
        double norm = LEAST_NORM * path.left();
        for (int u = 0; u < direction.length; u++) {
            norm += path.decided(u) ? 0 : direction[u] * direction[u];
        }
        for (int u = 0; u < price.length; u++) {
            if (!path.decided(u)) {
                price[u] = sacks.price(center[u] + far / norm * direction[u]);
            }
        }
    }

    /** In which part of the agent's books the unit is, 0 to 1. */
    double share(int agent, int unit) {
        return share[agent][unit];
    }

    int price(int unit) {
        return center[unit];
    }

    long work() {
        return books.work();
    }
}
