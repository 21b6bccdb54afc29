package io.fairpatch.plan.problem;

/** Pairs written down: for small problems, where looking up beats computing. The arrays are shared, never changed. */
public record Table(int[][] travel, int[][] fit, int[][] work) implements Pairs {
    private static final long MOST = 2_000_000;

    /** Without differences of fit. */
    public static Table of(int[][] travelCents, int[][] minutes) {
        var fit = new int[travelCents.length][];
        for (int unit = 0; unit < fit.length; unit++) {
            fit[unit] = new int[travelCents[unit].length];
        }
        return new Table(travelCents, fit, minutes);
    }

    /** The same pairs, written down where they are few, and noted as they are asked for where there are more. */
    public static Pairs where(Pairs pairs, int units, int seats) {
        if ((long) units * seats <= MOST) {
            return copy(pairs, units, seats);
        }
        return NotedPairs.fits(units, seats) ? new NotedPairs(pairs, units, seats) : pairs;
    }

    private static Table copy(Pairs pairs, int units, int seats) {
        var table = new Table(new int[units][seats], new int[units][seats], new int[units][seats]);
        for (int unit = 0; unit < units; unit++) {
            for (int seat = 0; seat < seats; seat++) {
                table.travel[unit][seat] = held(pairs.travelCents(unit, seat));
                table.fit[unit][seat] = held(pairs.fitCents(unit, seat));
                table.work[unit][seat] = held(pairs.minutes(unit, seat));
            }
        }
        return table;
    }

    static int held(long amount) {
        return (int) Math.min(Integer.MAX_VALUE, amount);
    }

    @Override
    public long travelCents(int unit, int seat) {
        return travel[unit][seat];
    }

    @Override
    public long fitCents(int unit, int seat) {
        return fit[unit][seat];
    }

    @Override
    public long minutes(int unit, int seat) {
        return work[unit][seat];
    }
}
