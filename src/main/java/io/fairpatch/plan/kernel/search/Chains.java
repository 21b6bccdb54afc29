package io.fairpatch.plan.kernel.search;

/**
 * Ejection chains: unit j1 takes the place of j2 at another agent, j2 that of j3, and so on, until the last one goes to
 * the first one's agent (a cyclic exchange) or to an agent that gives nothing away (a path). No agent comes up twice, so
 * that the change of value is the sum over the links
 *
 * <pre>regret(j at its new agent a) - regret(j now) + f_a(load_a + w_j - w_next) - f_a(load_a)</pre>
 *
 * whatever the number of measures and the sides of the bands. Any cycle below a limit has a start from which all its
 * partial sums are (Lin and Kernighan 1973), so a link that is not is cut off; of the others the {@value #BEAM} best are
 * followed at each of at most {@value #DEPTH} levels. This is the neighbourhood of Thompson and Orlin (1989) and
 * of Ahuja, Orlin and Sharma (2001), searched as in Yagiura, Ibaraki and Glover (2004). A level costs
 * O(BEAM x core options x units an agent x measures).
 */
final class Chains {
    private static final int BEAM = 8;
    private static final int DEPTH = 6;

    private final Standing standing;
    private final CoreTable table;
    private final int[] tail = new int[1 + BEAM * DEPTH];
    private final int[] via = new int[1 + BEAM * DEPTH];
    private final int[] parent = new int[1 + BEAM * DEPTH];
    private final double[] cost = new double[1 + BEAM * DEPTH];
    private int end;
    private int levelStart;
    private int home;
    private double open;
    private double limit;
    private double best;
    private int bestNode;
    private int bestVia;
    private long looked;

    Chains(Standing standing) {
        this.standing = standing;
        this.table = standing.table;
    }

    /** Links looked at since the start: the measure of work. */
    long looked() {
        return looked;
    }

    /**
     * Makes the best chain found that moves a unit and changes the value by less than a limit, which may be above zero;
     * says whether there was one.
     */
    boolean move(int unit, double most) {
        limit = most;
        begin(unit);
        int from = 0;
        for (int level = 0; level < DEPTH && from < end; level++) {
            levelStart = end;
            for (int node = from; node < levelStart; node++) {
                extend(node, level + 1 < DEPTH);
            }
            from = levelStart;
        }
        if (bestNode >= 0) {
            apply();
        }
        return bestNode >= 0;
    }

    private void begin(int unit) {
        home = standing.agent(unit);
        open = standing.loss(home, unit);
        best = limit;
        bestNode = -1;
        tail[0] = unit;
        parent[0] = -1;
        cost[0] = 0;
        end = 1;
    }

    private void extend(int node, boolean deeper) {
        int unit = tail[node];
        int now = standing.agent(unit);
        for (int at = table.first(unit); at < table.first(unit + 1); at++) {
            int agent = table.agent(at);
            if (agent == now || onPath(node, agent)) {
                continue;
            }
            double go = cost[node] + table.regret(at) - standing.regret(unit);
            if (agent == home) {
                offer(go + standing.exchange(home, at, tail[0]), node, at);
            } else {
                offer(go + open + standing.gain(agent, at), node, at);
                if (deeper) {
                    eject(node, at, agent, go);
                }
            }
        }
    }

    private void eject(int node, int at, int agent, double go) {
        double most = Math.max(0, -open) + limit;
        for (int m = 0; m < standing.size(agent); m++) {
            int next = standing.unit(agent, m);
            if (table.open(next)) {
                looked++;
                double sum = go + standing.exchange(agent, at, next);
                if (sum < most) {
                    keep(sum, next, node, at);
                }
            }
        }
    }

    private boolean onPath(int node, int agent) {
        for (int n = node; n > 0; n = parent[n]) {
            if (standing.agent(tail[n]) == agent) {
                return true;
            }
        }
        return false;
    }

    private void offer(double sum, int node, int at) {
        looked++;
        if (sum < best) {
            best = sum;
            bestNode = node;
            bestVia = at;
        }
    }

    /** Enters a link into the level's beam, in the order of sums; of two links to one unit the better stays. */
    private void keep(double sum, int unit, int node, int at) {
        int place = levelStart;
        while (place < end && tail[place] != unit) {
            place++;
        }
        if (place == end && end - levelStart == BEAM) {
            place--;
        }
        if (place == end) {
            end++;
        } else if (cost[place] <= sum) {
            return;
        }
        for (; place > levelStart && cost[place - 1] > sum; place--) {
            set(place, tail[place - 1], via[place - 1], parent[place - 1], cost[place - 1]);
        }
        set(place, unit, at, node, sum);
    }

    private void set(int node, int unit, int at, int from, double sum) {
        tail[node] = unit;
        via[node] = at;
        parent[node] = from;
        cost[node] = sum;
    }

    private void apply() {
        int option = table.option(bestVia);
        for (int n = bestNode; n >= 0; n = parent[n]) {
            standing.move(tail[n], option);
            option = n > 0 ? table.option(via[n]) : option;
        }
    }
}
