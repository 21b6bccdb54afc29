package io.fairpatch.plan.kernel.design;

import java.util.Arrays;

/**
 * A drawing of territories: which area is where, the totals, the members and the cost with the best centre of each
 * territory. For every area j the cost S_j of serving its territory from it is kept, so that the cost after a change is a
 * minimum over members: O(members) a question and a change.
 */
final class Drawing {
    static final int NOWHERE = -1;

    private final DesignProblem problem;
    private final int n;
    private final int[] territory;
    private final int[][] members;
    private final int[] size;
    private final int[] place;
    private final long[] load;
    private final double[] sum;
    private final double[] cost;
    private final int[] center;
    private final int[] mark;
    private final int[] queue;
    private int stamp;

    Drawing(DesignProblem problem) {
        this.problem = problem;
        this.n = problem.size();
        this.territory = new int[n];
        this.members = new int[problem.territories()][8];
        this.size = new int[problem.territories()];
        this.place = new int[n];
        this.load = new long[problem.territories() * problem.measures().size()];
        this.sum = new double[n];
        this.cost = new double[problem.territories()];
        this.center = new int[problem.territories()];
        this.mark = new int[n];
        this.queue = new int[n];
        Arrays.fill(territory, NOWHERE);
    }

    int territory(int area) {
        return territory[area];
    }

    int[] territories() {
        return territory.clone();
    }

    int size(int t) {
        return size[t];
    }

    int member(int t, int at) {
        return members[t][at];
    }

    long load(int t, int measure) {
        return load[t * problem.measures().size() + measure];
    }

    int center(int t) {
        return center[t];
    }

    /** The cost of all territories with their best centres, summed anew to shed rounding. */
    double cost() {
        double total = 0;
        for (double each : cost) {
            total += each;
        }
        return total;
    }

    double cost(int t) {
        return cost[t];
    }

    /** Moves an area, from nowhere at first. */
    void move(int area, int to) {
        if (territory[area] != NOWHERE) {
            leave(area, territory[area]);
        }
        if (size[to] == members[to].length) {
            members[to] = Arrays.copyOf(members[to], size[to] * 2);
        }
        place[area] = size[to];
        members[to][size[to]++] = area;
        territory[area] = to;
        add(area, to, 1);
        recenter(to);
    }

    private void leave(int area, int from) {
        int last = members[from][--size[from]];
        members[from][place[area]] = last;
        place[last] = place[area];
        add(area, from, -1);
        recenter(from);
    }

    private void add(int area, int t, int sign) {
        int measures = problem.measures().size();
        for (int k = 0; k < measures; k++) {
            load[t * measures + k] += sign * problem.load(area, k);
        }
        double own = 0;
        for (int m = 0; m < size[t]; m++) {
            int member = members[t][m];
            own += problem.cost(member, area);
            sum[member] += member == area ? 0 : sign * problem.cost(area, member);
        }
        if (sign > 0) {
            sum[area] = own;
        }
    }

    /** Sums all costs anew, to shed what rounding has left. */
    void refresh() {
        for (int t = 0; t < size.length; t++) {
            for (int m = 0; m < size[t]; m++) {
                int j = members[t][m];
                sum[j] = 0;
                for (int other = 0; other < size[t]; other++) {
                    sum[j] += problem.cost(members[t][other], j);
                }
            }
            recenter(t);
        }
    }

    private void recenter(int t) {
        cost[t] = size[t] == 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int m = 0; m < size[t]; m++) {
            int j = members[t][m];
            if (sum[j] < cost[t]) {
                cost[t] = sum[j];
                center[t] = j;
            }
        }
    }

    /** The cost of a territory without one of its areas. */
    double costWithout(int t, int area) {
        double least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < size[t]; m++) {
            int j = members[t][m];
            if (j != area) {
                least = Math.min(least, sum[j] - problem.cost(area, j));
            }
        }
        return least;
    }

    /** The cost of a territory with one more area. */
    double costWith(int t, int area) {
        double least = Double.POSITIVE_INFINITY;
        double own = problem.cost(area, area);
        for (int m = 0; m < size[t]; m++) {
            int member = members[t][m];
            own += problem.cost(member, area);
            least = Math.min(least, sum[member] + problem.cost(area, member));
        }
        return Math.min(least, own);
    }

    /** Whether a territory stays connected without one of its areas: a search from one neighbour must meet the rest. */
    boolean connectedWithout(int t, int area) {
        stamp++;
        int tail = 0;
        var neighbours = problem.neighbours();
        mark[area] = stamp;
        for (int at = neighbours.first(area); at < neighbours.first(area + 1) && tail == 0; at++) {
            if (territory[neighbours.other(at)] == t) {
                mark[neighbours.other(at)] = stamp;
                queue[tail++] = neighbours.other(at);
            }
        }
        return flood(t, tail) == size[t] - 1;
    }

    private int flood(int t, int start) {
        int tail = start;
        var neighbours = problem.neighbours();
        for (int head = 0; head < tail; head++) {
            for (int at = neighbours.first(queue[head]); at < neighbours.first(queue[head] + 1); at++) {
                int next = neighbours.other(at);
                if (territory[next] == t && mark[next] != stamp) {
                    mark[next] = stamp;
                    queue[tail++] = next;
                }
            }
        }
        return tail;
    }

    /** Whether a territory is connected. */
    boolean connected(int t) {
        if (size[t] == 0) {
            return true;
        }
        stamp++;
        mark[members[t][0]] = stamp;
        queue[0] = members[t][0];
        return flood(t, 1) == size[t];
    }

    /** The total violation of all bands, in millionths; saturates. */
    long violation() {
        long total = 0;
        int measures = problem.measures().size();
        for (int i = 0; i < load.length; i++) {
            total += problem.violation(i % measures, load[i]);
            if (total < 0) {
                return Long.MAX_VALUE;
            }
        }
        return total;
    }

    /** Territories in more than one piece where they must not be, and territories without area. */
    int broken() {
        int count = 0;
        for (int t = 0; t < size.length; t++) {
            count += size[t] == 0 || (problem.contiguous() && !connected(t)) ? 1 : 0;
        }
        return count;
    }
}
