package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;

/** What is decided on a path of the search, and the room it leaves; taken back in the order in which it was decided. */
final class Path {
    private final Sacks sacks;
    private final boolean[][] open;
    private final int[] agentOf;
    private final int[] room;
    private long cost;
    private int left;
    private final int[] trail;
    private int length;

    Path(Sacks sacks) {
        this.sacks = sacks;
        this.open = new boolean[sacks.agents()][sacks.units()];
        for (int a = 0; a < open.length; a++) {
            for (int u = 0; u < open[a].length; u++) {
                open[a][u] = sacks.load()[a][u] != Sacks.NEVER;
            }
        }
        this.agentOf = new int[sacks.units()];
        Arrays.fill(agentOf, -1);
        this.room = sacks.room().clone();
        this.left = agentOf.length;
        this.trail = new int[sacks.agents() * sacks.units() + sacks.units()];
    }

    /** Decides that an agent has a unit, which must fit. */
    void take(int agent, int unit) {
        agentOf[unit] = agent;
        room[agent] -= sacks.load()[agent][unit];
        cost += sacks.cost()[agent][unit];
        left--;
        trail[length++] = -1 - unit;
    }

    /** Decides that an agent does not have a unit. */
    void strike(int agent, int unit) {
        open[agent][unit] = false;
        trail[length++] = agent * agentOf.length + unit;
    }

    int length() {
        return length;
    }

    /** Takes back all that was decided since the path had this length. */
    void back(int to) {
        while (length > to) {
            int last = trail[--length];
            if (last >= 0) {
                open[last / agentOf.length][last % agentOf.length] = true;
            } else {
                int unit = -1 - last;
                int agent = agentOf[unit];
                room[agent] += sacks.load()[agent][unit];
                cost -= sacks.cost()[agent][unit];
                agentOf[unit] = -1;
                left++;
            }
        }
    }

    /** Whether the agent may still get the unit. */
    boolean may(int agent, int unit) {
        return agentOf[unit] < 0 && open[agent][unit] && sacks.load()[agent][unit] <= room[agent];
    }

    boolean decided(int unit) {
        return agentOf[unit] >= 0;
    }

    int room(int agent) {
        return room[agent];
    }

    /** Cost of what is decided, in ticks. */
    long cost() {
        return cost;
    }

    /** Units not decided. */
    int left() {
        return left;
    }

    /** Who has what so far; -1 for units not decided. */
    int[] agents() {
        return agentOf.clone();
    }
}
