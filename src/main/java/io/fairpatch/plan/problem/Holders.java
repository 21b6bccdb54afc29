package io.fairpatch.plan.problem;

import java.util.Arrays;

/**
 * Who has a unit's accounts now. Mostly one seat or none; a family may be spread over several.
 */
public final class Holders {
    public static final Holders NONE = new Holders(new int[0], new int[0], new long[0]);

    private final int[] seats;
    private final int[] accounts;
    private final long[] relationships;
    private final long allRelationships;

    /**
     * @param seats each once
     * @param accounts by position in {@code seats}: accounts held
     * @param relationships by position in {@code seats}: what losing those accounts' relationships costs, cents
     */
    public Holders(int[] seats, int[] accounts, long[] relationships) {
        this.seats = seats.clone();
        this.accounts = accounts.clone();
        this.relationships = relationships.clone();
        this.allRelationships = Arrays.stream(relationships).sum();
    }

    public int[] seats() {
        return seats;
    }

    /** Accounts the seat holds now. */
    public int heldBy(int seat) {
        for (int i = 0; i < seats.length; i++) {
            if (seats[i] == seat) {
                return accounts[i];
            }
        }
        return 0;
    }

    /** Cents of relationship lost when the whole unit goes to the seat. */
    public long lostAt(int seat) {
        for (int i = 0; i < seats.length; i++) {
            if (seats[i] == seat) {
                return allRelationships - relationships[i];
            }
        }
        return allRelationships;
    }
}
