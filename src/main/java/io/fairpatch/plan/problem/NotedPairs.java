package io.fairpatch.plan.problem;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Pairs of a large problem. What a unit costs and weighs is noted for all seats when it is first asked for; the parts of
 * the cost are computed whenever they are.
 */
final class NotedPairs implements Pairs {
    private static final int BYTES = 2 * Integer.BYTES;
    /** Of the heap, what the notes may take. */
    private static final int PART = 4;

    private final Pairs pairs;
    private final int seats;
    private final AtomicReferenceArray<int[]> rows;

    NotedPairs(Pairs pairs, int units, int seats) {
        this.pairs = pairs;
        this.seats = seats;
        this.rows = new AtomicReferenceArray<>(units);
    }

    static boolean fits(int units, int seats) {
        return (long) units * seats * BYTES <= Runtime.getRuntime().maxMemory() / PART;
    }

    private int[] row(int unit) {
        int[] row = rows.get(unit);
        if (row == null) {
            row = new int[2 * seats];
            for (int seat = 0; seat < seats; seat++) {
                row[2 * seat] = Table.held(pairs.cents(unit, seat));
                row[2 * seat + 1] = Table.held(pairs.minutes(unit, seat));
            }
            rows.set(unit, row);
        }
        return row;
    }

    @Override
    public long cents(int unit, int seat) {
        return row(unit)[2 * seat];
    }

    @Override
    public long travelCents(int unit, int seat) {
        return pairs.travelCents(unit, seat);
    }

    @Override
    public long fitCents(int unit, int seat) {
        return pairs.fitCents(unit, seat);
    }

    @Override
    public long minutes(int unit, int seat) {
        return row(unit)[2 * seat + 1];
    }
}
