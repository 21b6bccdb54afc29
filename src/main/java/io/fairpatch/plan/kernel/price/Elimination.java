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
        int agents = columns.agents;
        BitSet[] links = new BitSet[agents];
        for (int a = 0; a < agents; a++) {
            links[a] = new BitSet(agents);
        }
        for (int u = 0; u < columns.units(); u++) {
            for (int x = columns.first(u); x < columns.first(u + 1); x++) {
                for (int y = columns.first(u); y < x; y++) {
                    links[columns.agent[x]].set(columns.agent[y]);
                    links[columns.agent[y]].set(columns.agent[x]);
                }
            }
        }
        return eliminate(links);
    }

    /** The same over all options of a problem. */
    static Elimination of(AssignmentProblem problem) {
        BitSet[] links = new BitSet[problem.agents()];
        Arrays.setAll(links, a -> new BitSet(problem.agents()));
        var met = new BitSet(problem.agents());
        for (int u = 0; u < problem.units(); u++) {
            met.clear();
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                met.set(problem.agent(e));
            }
            for (int a = met.nextSetBit(0); a >= 0; a = met.nextSetBit(a + 1)) {
                links[a].or(met);
            }
        }
        for (int a = 0; a < links.length; a++) {
            links[a].clear(a);
        }
        return eliminate(links);
    }

    private static Elimination eliminate(BitSet[] links) {
        int agents = links.length;
        int[] order = new int[agents];
        int[] place = new int[agents];
        BitSet[] met = new BitSet[agents];
        var left = new BitSet(agents);
        left.set(0, agents);
        for (int at = 0; at < agents; at++) {
            int agent = leastDegree(links, left);
            left.clear(agent);
            order[at] = agent;
            place[agent] = at;
            met[at] = links[agent];
            for (int b = met[at].nextSetBit(0); b >= 0; b = met[at].nextSetBit(b + 1)) {
                links[b].or(met[at]);
                links[b].clear(b);
                links[b].clear(agent);
            }
        }
        int[][] below = new int[agents][];
        for (int at = 0; at < agents; at++) {
            below[at] = met[at].stream().map(b -> place[b]).sorted().toArray();
        }
        return new Elimination(order, place, below);
    }

    private static int leastDegree(BitSet[] links, BitSet left) {
        int best = left.nextSetBit(0);
        int least = Integer.MAX_VALUE;
        for (int a = best; a >= 0; a = left.nextSetBit(a + 1)) {
            int degree = links[a].cardinality();
            if (degree < least) {
                least = degree;
                best = a;
            }
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
