package io.fairpatch.plan.kernel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How many units of a set an agent may have. With exactly j of them, their loads v of a measure that needs sum to at most
 * the j largest and their loads w of one that is limited to at least the j smallest; what the units outside the set add at
 * most, or at least, {@link Turns} bounds with f. So j is out when
 *
 * <pre>(sum of the j smallest w) + f(need - sum of the j largest v) > room</pre>
 *
 * for some pair of ends, or for one end with the other measure left aside as all zero. One pass over the options for each
 * pair and a sort where the set's loads or both ends matter.
 */
final class Heads {
    private static final int ASIDE = -1;

    private final AssignmentProblem problem;
    private final Alive alive;
    private final int[][] options;
    private final int[][] units;
    private final List<int[]> pairs = new ArrayList<>();
    private Crowd.Share[] least = {};
    private Crowd.Share[] most = {};

    Heads(AssignmentProblem problem) {
        this.problem = problem;
        this.alive = new Alive(problem);
        int[] size = new int[problem.agents()];
        for (int e = 0; e < problem.options(); e++) {
            size[problem.agent(e)] += alive.is(e) ? 1 : 0;
        }
        options = new int[size.length][];
        units = new int[size.length][];
        Arrays.setAll(options, a -> new int[size[a]]);
        Arrays.setAll(units, a -> new int[size[a]]);
        for (int u = problem.units() - 1; u >= 0; u--) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (alive.is(e)) {
                    options[problem.agent(e)][--size[problem.agent(e)]] = e;
                    units[problem.agent(e)][size[problem.agent(e)]] = u;
                }
            }
        }
        pair(Reach.of(problem, alive));
    }

    /** Lists the ends that can be broken by themselves, then in pairs of one agent, so that fewer are named first. */
    private void pair(Reach reach) {
        for (int i = 0; i < problem.bands(); i++) {
            if (needs(reach, i)) {
                pairs.add(new int[] {i, ASIDE});
            }
            if (limits(reach, i)) {
                pairs.add(new int[] {ASIDE, i});
            }
        }
        for (int i = 0; i < problem.bands(); i++) {
            int first = i - i % problem.measures();
            for (int j = first; needs(reach, i) && j < first + problem.measures(); j++) {
                if (j != i && limits(reach, j)) {
                    pairs.add(new int[] {i, j});
                }
            }
        }
    }

    private boolean needs(Reach reach, int band) {
        return problem.low(band) > reach.least()[band];
    }

    private boolean limits(Reach reach, int band) {
        return problem.high(band) < reach.most()[band];
    }

    /** Whether any end can be broken at all. */
    boolean any() {
        return !pairs.isEmpty();
    }

    /** Whether any of these ends is of the measure. */
    boolean concern(int measure) {
        int measures = problem.measures();
        return pairs.stream().flatMapToInt(Arrays::stream).anyMatch(i -> i != ASIDE && i % measures == measure);
    }

    /** Options looked at for one set. */
    long work() {
        return pairs.stream().mapToLong(pair -> options[agent(pair)].length).sum();
    }

    private int agent(int[] pair) {
        return Math.max(pair[0], pair[1]) / problem.measures();
    }

    /** The agents a unit can go to. */
    int[] agents(int unit) {
        int[] agents = new int[alive.count(unit)];
        int size = 0;
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            if (alive.is(e)) {
                agents[size++] = problem.agent(e);
            }
        }
        return agents;
    }

    /** The least of a measure that a unit brings anywhere. */
    long size(int unit, int measure) {
        long least = Long.MAX_VALUE;
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            least = alive.is(e) ? Math.min(least, problem.load(e, measure)) : least;
        }
        return least;
    }

    /** Counts the units marked as members of the set, agent by agent. */
    void count(boolean[] members) {
        least = new Crowd.Share[options.length];
        most = new Crowd.Share[options.length];
        for (int a = 0; a < options.length; a++) {
            least[a] = new Crowd.Share(a, 0, ASIDE, ASIDE);
            most[a] = new Crowd.Share(a, Integer.MAX_VALUE, ASIDE, ASIDE);
        }
        for (int[] pair : pairs) {
            count(pair, members);
        }
    }

    private void count(int[] pair, boolean[] members) {
        int a = agent(pair);
        var turns = new Turns(options[a].length);
        turns.begin(pair[0] == ASIDE ? 0 : problem.low(pair[0]), pair[1] == ASIDE ? 0 : problem.high(pair[1]));
        long[] v = new long[options[a].length];
        long[] w = new long[options[a].length];
        int certain = 0;
        int free = 0;
        for (int i = 0; i < options[a].length; i++) {
            int e = options[a][i];
            long need = pair[0] == ASIDE ? 0 : problem.load(e, pair[0] % problem.measures());
            long take = pair[1] == ASIDE ? 0 : problem.load(e, pair[1] % problem.measures());
            boolean only = alive.count(units[a][i]) == 1;
            certain += members[units[a][i]] && only ? 1 : 0;
            if (members[units[a][i]] && !only) {
                v[free] = need;
                w[free++] = take;
            } else {
                turns.add(i, need, take, only);
            }
        }
        turns.weigh();
        Arrays.sort(v, 0, free);
        Arrays.sort(w, 0, free);
        narrow(pair, certain, free, possible(turns, v, w, free));
    }

    /** Where no number is possible the two ends clash whatever the set is, which is not for counting to tell. */
    private void narrow(int[] pair, int certain, int free, BitSet possible) {
        int a = agent(pair);
        if (possible.isEmpty()) {
            return;
        }
        int fewest = certain + possible.nextSetBit(0);
        int largest = certain + possible.length() - 1;
        if (fewest > least[a].count()) {
            least[a] = new Crowd.Share(a, fewest, pair[0], pair[1]);
        }
        if (largest < certain + free && largest < most[a].count()) {
            most[a] = new Crowd.Share(a, largest, pair[0], pair[1]);
        }
    }

    /** The numbers of the free units with which the ends can be held. */
    private static BitSet possible(Turns turns, long[] v, long[] w, int free) {
        var possible = new BitSet();
        long brought = 0;
        long taken = 0;
        for (int j = 0; j <= free; j++) {
            possible.set(j, turns.allows(brought, taken));
            brought += j < free ? v[free - 1 - j] : 0;
            taken += j < free ? w[j] : 0;
        }
        return possible;
    }

    /** Whether a unit can only go to agents that may not have any number of the set: others are never too many. */
    boolean held(int unit) {
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            if (alive.is(e) && most[problem.agent(e)].count() == Integer.MAX_VALUE) {
                return false;
            }
        }
        return true;
    }

    /** Whether any agent needs some of the set. */
    boolean asked() {
        return Arrays.stream(least).anyMatch(share -> share.count() > 0);
    }

    /** The fewest of the set that each agent may have. */
    int[] least() {
        return Arrays.stream(least).mapToInt(Crowd.Share::count).toArray();
    }

    /** The most of the set that each agent may have. */
    int[] most() {
        return Arrays.stream(most).mapToInt(Crowd.Share::count).toArray();
    }

    /** What limits the agent's number from above, or from below. */
    Crowd.Share share(int agent, boolean fromAbove) {
        return fromAbove ? most[agent] : least[agent];
    }
}
