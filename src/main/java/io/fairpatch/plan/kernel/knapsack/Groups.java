package io.fairpatch.plan.kernel.knapsack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Groups of agents that are worth searching together: each grows from one agent by agents that its units may go to. */
final class Groups {
    private static final int NEAR = 5;
    private static final int ANYWHERE = 4;

    private final int agents;
    private final int[][] near;

    /** @param rises by how much each pair raises the bound, by agent and unit */
    Groups(int[][] rises) {
        this.agents = rises.length;
        this.near = new int[rises[0].length][];
        Arrays.setAll(near, u -> IntStream.range(0, agents)
                .boxed()
                .sorted(Comparator.comparingInt(a -> rises[a][u]))
                .limit(NEAR)
                .mapToInt(a -> a)
                .toArray());
    }

    /** Draws disjoint groups of so many agents. */
    List<int[]> draw(int[] agentOf, int size, int count, SplittableRandom random) {
        int[][] books = books(agentOf);
        boolean[] taken = new boolean[agents];
        List<int[]> groups = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            groups.add(grow(agentOf, books, taken, size, random));
        }
        return groups;
    }

    private int[][] books(int[] agentOf) {
        int[][] books = new int[agents][];
        Arrays.setAll(books, a -> IntStream.range(0, agentOf.length)
                .filter(u -> agentOf[u] == a)
                .toArray());
        return books;
    }

    private int[] grow(int[] agentOf, int[][] books, boolean[] taken, int size, SplittableRandom random) {
        int[] group = new int[size];
        for (int has = 0; has < size; ) {
            int agent = has == 0 ? random.nextInt(agents) : next(books[group[random.nextInt(has)]], random);
            for (int tries = 0; tries < NEAR && taken[agent]; tries++) {
                agent = random.nextInt(agents);
            }
            if (!taken[agent]) {
                taken[agent] = true;
                group[has++] = agent;
            }
        }
        return group;
    }

    private int next(int[] book, SplittableRandom random) {
        if (book.length == 0 || random.nextInt(ANYWHERE) == 0) {
            return random.nextInt(agents);
        }
        int[] its = near[book[random.nextInt(book.length)]];
        return its[random.nextInt(its.length)];
    }
}
