package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A random split of the agents into parts that can be searched in parallel: each part grows from a random agent through
 * agents that share core units with it, so that few promising moves cross a border; the next round draws other borders.
 * The number of parts follows from the problem, never from the number of threads.
 */
final class Parts {
    private final int[] part;
    private final int[][] agents;

    private Parts(int[] part, int[][] agents) {
        this.part = part;
        this.agents = agents;
    }

    /** One part for each 24 agents, at most 16. */
    static int count(AssignmentProblem problem) {
        return Math.max(1, Math.min(16, problem.agents() / 24));
    }

    static Parts grow(AssignmentProblem problem, Core core, Books books, SplittableRandom random) {
        return grow(problem, core, books, random, count(problem));
    }

    /** The same with as many parts as wanted. */
    static Parts grow(AssignmentProblem problem, Core core, Books books, SplittableRandom random, int parts) {
        int[] part = new int[problem.agents()];
        Arrays.fill(part, parts - 1);
        int[] order = shuffled(problem.agents(), random);
        boolean[] taken = new boolean[problem.agents()];
        for (int p = 0; p < parts - 1; p++) {
            flood(problem, core, books, order, taken, part, p, problem.agents() / parts);
        }
        return new Parts(part, lists(part, parts, order));
    }

    private static int[][] lists(int[] part, int parts, int[] order) {
        int[][] agents = new int[parts][];
        for (int p = 0; p < parts; p++) {
            int its = p;
            agents[p] = Arrays.stream(order).filter(a -> part[a] == its).toArray();
        }
        return agents;
    }

    private static void flood(
            AssignmentProblem problem,
            Core core,
            Books books,
            int[] order,
            boolean[] taken,
            int[] part,
            int p,
            int wanted) {
        int[] queue = new int[wanted];
        int tail = 0;
        int head = 0;
        int seed = 0;
        while (tail < wanted) {
            if (head == tail) {
                while (taken[order[seed]]) {
                    seed++;
                }
                tail = take(order[seed], queue, tail, taken, part, p);
            }
            int agent = queue[head++];
            for (int m = 0; m < books.size(agent) && tail < wanted; m++) {
                int unit = books.unit(agent, m);
                for (int at = core.first(unit); at < core.first(unit + 1) && tail < wanted; at++) {
                    int other = problem.agent(core.option(at));
                    tail = taken[other] ? tail : take(other, queue, tail, taken, part, p);
                }
            }
        }
    }

    private static int take(int agent, int[] queue, int tail, boolean[] taken, int[] part, int p) {
        taken[agent] = true;
        part[agent] = p;
        queue[tail] = agent;
        return tail + 1;
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = new int[count];
        for (int a = 0; a < count; a++) {
            int at = random.nextInt(a + 1);
            order[a] = order[at];
            order[at] = a;
        }
        return order;
    }

    int count() {
        return agents.length;
    }

    int of(int agent) {
        return part[agent];
    }

    /** The part's agents in random order. */
    int[] agents(int p) {
        return agents[p];
    }

    /**
     * The cheaper of two plans in each part, of those that keep the part's bands. Units must be in the same part in both.
     *
     * @param within a plan within its bands
     */
    Plan better(AssignmentProblem problem, Plan within, Plan other) {
        boolean[] broken = new boolean[agents.length];
        for (int i = 0; i < problem.bands(); i++) {
            broken[part[i / problem.measures()]] |= problem.violation(i, other.load(i)) > 0;
        }
        long[] saved = new long[agents.length];
        for (int u = 0; u < problem.units(); u++) {
            saved[part[within.agent(u)]] += problem.cost(within.choice(u)) - problem.cost(other.choice(u));
        }
        int[] choice = within.choices();
        for (int u = 0; u < choice.length; u++) {
            int its = part[within.agent(u)];
            choice[u] = !broken[its] && saved[its] > 0 ? other.choice(u) : choice[u];
        }
        return new Plan(problem, choice);
    }
}
