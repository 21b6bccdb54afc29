package io.fairpatch.plan.kernel.model;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether units can be shared out so that each agent gets a number of them between two limits: a transportation problem,
 * solved by augmenting paths, which fails with the agents that do not suffice (Hall, On representatives of subsets, 1935;
 * with both limits at once Mendelsohn and Dulmage 1958). First every unit finds an agent below its upper limit, others
 * moving on where that is needed; then agents below their lower limit are given units from those above theirs. O(units x
 * options) in the worst case, so that it gives up after a number of looks, and then says nothing.
 */
final class Housing {
    private static final int NOBODY = -1;

    private final int[][] agentsOf;
    private final int[][] unitsOf;
    private final int[] at;
    private final int[] count;
    private final int[] via;
    private final int[] next;
    private final int[] queue;
    private final boolean[] seen;
    private int tail;
    private long looks;

    /**
     * @param agentsOf the agents each unit can go to
     * @param looks after how many looks at a unit to give up
     */
    Housing(int[][] agentsOf, int agents, long looks) {
        this.looks = looks;
        this.agentsOf = agentsOf;
        this.unitsOf = new int[agents][];
        this.at = new int[agentsOf.length];
        this.count = new int[agents];
        this.via = new int[agents];
        this.next = new int[agents];
        this.queue = new int[agents];
        this.seen = new boolean[agents];
        Arrays.fill(at, NOBODY);
        int[] size = new int[agents];
        Arrays.stream(agentsOf).flatMapToInt(Arrays::stream).forEach(a -> size[a]++);
        Arrays.setAll(unitsOf, a -> new int[size[a]]);
        for (int u = agentsOf.length - 1; u >= 0; u--) {
            for (int a : agentsOf[u]) {
                unitsOf[a][--size[a]] = u;
            }
        }
    }

    /** Agents that cannot hold all units that can only go to them; null when every unit finds its place, or after too many looks. */
    int @Nullable [] overrun(int[] most) {
        for (int u = 0; u < at.length; u++) {
            begin();
            for (int a : agentsOf[u]) {
                reach(a, u);
            }
            if (!settle(most)) {
                return reached();
            }
            if (looks < 0) {
                return null;
            }
        }
        return null;
    }

    private boolean settle(int[] most) {
        for (int head = 0; head < tail; head++) {
            int a = queue[head];
            if (count[a] < most[a]) {
                count[a]++;
                for (int to = a; to != NOBODY; ) {
                    int unit = via[to];
                    int from = at[unit];
                    at[unit] = to;
                    to = from;
                }
                return true;
            }
            looks -= unitsOf[a].length;
            if (looks < 0) {
                return true;
            }
            for (int u : unitsOf[a]) {
                for (int i = 0; at[u] == a && i < agentsOf[u].length; i++) {
                    reach(agentsOf[u][i], u);
                }
            }
        }
        return false;
    }

    /** Agents that need more than all units that can go to them, once every unit has its place; null when all have enough. */
    int @Nullable [] starved(int[] least) {
        for (int a = 0; a < count.length; a++) {
            while (count[a] < least[a] && looks >= 0) {
                if (!feed(a, x -> count[x] > least[x])) {
                    return reached();
                }
            }
        }
        return null;
    }

    private boolean feed(int agent, IntPredicate spares) {
        begin();
        reach(agent, NOBODY);
        for (int head = 0; head < tail; head++) {
            int to = queue[head];
            looks -= unitsOf[to].length;
            if (looks < 0) {
                return true;
            }
            for (int u : unitsOf[to]) {
                int from = at[u];
                if (!seen[from]) {
                    reach(from, u);
                    next[from] = to;
                    if (spares.test(from)) {
                        pass(from, agent);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void pass(int from, int agent) {
        count[from]--;
        count[agent]++;
        for (int x = from; x != agent; x = next[x]) {
            at[via[x]] = next[x];
        }
    }

    /** How many looks are left; below zero when it gave up. */
    long looks() {
        return looks;
    }

    private void begin() {
        tail = 0;
        Arrays.fill(seen, false);
    }

    private void reach(int agent, int unit) {
        if (!seen[agent]) {
            seen[agent] = true;
            via[agent] = unit;
            queue[tail++] = agent;
        }
    }

    private int[] reached() {
        return IntStream.range(0, seen.length).filter(a -> seen[a]).toArray();
    }
}
