package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.Arrays;
import java.util.BitSet;

/**
 * In which order to eliminate agents from the normal equations, so that few new links arise: least degree first
 * (Tinney and Walker 1967). Two agents are linked when a unit has options at both. Territories are linked like a map, so
 * the factor stays sparse; where every unit may go everywhere it is dense whatever the order.
 *
 * @param order agents, first eliminated first
 * @param below for each place in the order, the later places its column of the factor reaches, ascending
 */
record Elimination(int[] order, int[] place, int[][] below) {

    static Elimination of(Columns columns) {
        BitSet[] links = unlinked(columns.agents);
        var met = new BitSet(columns.agents);
        for (int u = 0; u < columns.units(); u++) {
            for (int x = columns.first(u); x < columns.first(u + 1); x++) {
                met.set(columns.agent[x]);
            }
            link(links, met);
        }
        return of(links);
    }

    /** Agents without a link. */
    static BitSet[] unlinked(int agents) {
        BitSet[] links = new BitSet[agents];
        Arrays.setAll(links, a -> new BitSet(agents));
        return links;
    }

    /** Links the agents that share some units with each other. */
    static void link(BitSet[] links, AssignmentProblem problem, Active active) {
        var met = new BitSet(links.length);
        for (int group = 0; group < active.groups(); group++) {
            for (int at = active.start(group); at < active.start(group + 1); at++) {
                met.set(problem.agent(active.option(at)));
            }
            link(links, met);
        }
    }

    /** Links all agents that were met, and forgets them. */
    private static void link(BitSet[] links, BitSet met) {
        for (int a = met.nextSetBit(0); a >= 0; a = met.nextSetBit(a + 1)) {
            links[a].or(met);
        }
        met.clear();
    }

    /** @param links for each agent the ones it is linked with; used up */
    static Elimination of(BitSet[] links) {
        int agents = links.length;
        int[] degree = new int[agents];
        for (int a = 0; a < agents; a++) {
            links[a].clear(a);
            degree[a] = links[a].cardinality();
        }
        int[] order = new int[agents];
        int[] place = new int[agents];
        var left = new BitSet(agents);
        left.set(0, agents);
        for (int at = 0; at < agents; at++) {
            order[at] = leastDegree(degree, left);
            place[order[at]] = at;
            left.clear(order[at]);
            eliminate(order[at], links, degree);
        }
        int[][] below = new int[agents][];
        Arrays.setAll(
                below,
                at -> links[order[at]].stream().map(b -> place[b]).sorted().toArray());
        return new Elimination(order, place, below);
    }

    /** Links all that are linked with an agent with each other, and no longer with it. */
    private static void eliminate(int agent, BitSet[] links, int[] degree) {
        var met = links[agent];
        for (int b = met.nextSetBit(0); b >= 0; b = met.nextSetBit(b + 1)) {
            links[b].or(met);
            links[b].clear(b);
            links[b].clear(agent);
            degree[b] = links[b].cardinality();
        }
    }

    private static int leastDegree(int[] degree, BitSet left) {
        int best = left.nextSetBit(0);
        for (int a = best; a >= 0; a = left.nextSetBit(a + 1)) {
            best = degree[a] < degree[best] ? a : best;
        }
        return best;
    }

    /** Multiplications that one factorisation takes. */
    double work(int measures) {
        double sum = 0;
        for (int[] column : below) {
            sum += 0.5 * (column.length + 1.0) * (column.length + 2.0);
        }
        return sum * measures * measures * measures;
    }

    /** Numbers in the factor. */
    long entries(int measures) {
        long blocks = order.length;
        for (int[] column : below) {
            blocks += column.length;
        }
        return blocks * measures * measures;
    }
}
