package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;

/** The best books of all agents at given prices of the units, within what a path leaves open; O(open pairs) and the tables. */
final class BestBooks {
    private static final int PAIRS_A_CELL = 4;

    private final Sacks sacks;
    private final Path path;
    private final Sack sack;
    private final int[] open;
    private int opens;
    private final int[] count;
    private final int[][] book;
    private long looked;

    BestBooks(Sacks sacks, Path path) {
        this.sacks = sacks;
        this.path = path;
        this.sack = new Sack(Arrays.stream(sacks.room()).max().orElse(0));
        this.open = new int[sacks.units()];
        this.count = new int[sacks.units()];
        this.book = new int[sacks.agents()][0];
    }

    /** Chooses all books; what the bound is at these prices, in ticks. */
    long choose(int[] price) {
        long sum = path.cost() + reopen(price);
        Arrays.fill(count, 0);
        for (int a = 0; a < book.length; a++) {
            fill(a, price);
            sum += sack.choose();
            book[a] = sack.book();
            for (int u : book[a]) {
                count[u]++;
            }
        }
        return sum;
    }

    /** Lists the open units; the sum of their prices. */
    private long reopen(int[] price) {
        opens = 0;
        long sum = 0;
        for (int u = 0; u < price.length; u++) {
            if (!path.decided(u)) {
                open[opens++] = u;
                sum += price[u];
            }
        }
        return sum;
    }

    /** Gets a sack ready for the agent's book. */
    Sack fill(int agent, int[] price) {
        int[] cost = sacks.cost()[agent];
        int[] load = sacks.load()[agent];
        sack.begin(path.room(agent));
        looked += opens;
        for (int o = 0; o < opens; o++) {
            int u = open[o];
            int value = cost[u] - price[u];
            if (value < 0 && path.may(agent, u)) {
                sack.add(u, load[u], value);
            }
        }
        return sack;
    }

    /** How many books have the unit. */
    int count(int unit) {
        return count[unit];
    }

    int[] book(int agent) {
        return book[agent];
    }

    /** Whether every open unit is in just one book. */
    boolean once() {
        for (int o = 0; o < opens; o++) {
            if (count[open[o]] != 1) {
                return false;
            }
        }
        return true;
    }

    /** The plan that the path and the books make, by unit, where each open unit is in just one. */
    int[] plan() {
        int[] all = path.agents();
        for (int a = 0; a < book.length; a++) {
            for (int u : book[a]) {
                all[u] = a;
            }
        }
        return all;
    }

    /** Cells filled and pairs looked at since the start: the measure of work. */
    long work() {
        return sack.work() + looked / PAIRS_A_CELL;
    }
}
