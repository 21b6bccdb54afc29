package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Generalized assignment in small whole numbers: every unit goes to one agent, and an agent's loads add up to its room at
 * most. Costs are 0 or more and at most {@link #dearest}; an agent that may not have a unit has {@link #NEVER} for it.
 *
 * @param cost by agent and unit, in ticks
 * @param load by agent and unit
 * @param room by agent
 * @param grain least difference of two plans' costs, in ticks
 * @param dearest cost of all pairs
 */
record Sacks(int[][] cost, int[][] load, int[] room, int grain, int dearest) {
    /** Load of a pair that is not allowed. */
    static final int NEVER = Integer.MAX_VALUE;

    int agents() {
        return room.length;
    }

    int units() {
        return cost[0].length;
    }

    /** A price of a unit, in whole ticks: from nothing to twice the dearest cost, beyond which prices tell no more. */
    int price(double ticks) {
        return (int) Math.rint(Math.max(0, Math.min(2.0 * dearest, ticks)));
    }

    /** The problem of some agents and the units between them. */
    Sacks part(int[] itsAgents, int[] itsUnits) {
        return new Sacks(
                part(cost, itsAgents, itsUnits),
                part(load, itsAgents, itsUnits),
                Arrays.stream(itsAgents).map(a -> room[a]).toArray(),
                grain,
                dearest);
    }

    /** The problem of the units that a path has left open, in the rooms that it has left. */
    Sacks rest(Path path, int[] itsUnits) {
        int[] all = IntStream.range(0, agents()).toArray();
        int[] left = Arrays.stream(all).map(path::room).toArray();
        return new Sacks(part(cost, all, itsUnits), part(load, all, itsUnits), left, grain, dearest);
    }

    private static int[][] part(int[][] of, int[] itsAgents, int[] itsUnits) {
        return Arrays.stream(itsAgents)
                .mapToObj(a -> Arrays.stream(itsUnits).map(u -> of[a][u]).toArray())
                .toArray(int[][]::new);
    }

    /** What a plan costs. */
    long cost(int[] agentOf) {
        long sum = 0;
        for (int u = 0; u < agentOf.length; u++) {
            sum += cost[agentOf[u]][u];
        }
        return sum;
    }
}
