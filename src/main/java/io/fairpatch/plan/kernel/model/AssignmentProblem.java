package io.fairpatch.plan.kernel.model;

import java.util.Arrays;

/**
 * Generalized assignment with two-sided bands on several measures: every unit goes to exactly one of its options, an
 * option names an agent, a cost and a load on each measure, and each agent's total on each measure lies in its band.
 *
 * <p>Compressed rows: the options of unit {@code u} are {@code first(u) .. first(u + 1) - 1}. Band {@code i} is
 * {@code agent * measures + measure}. All amounts are in millionths; open ends are {@link #OPEN_LOW} and
 * {@link #OPEN_HIGH}. Memory is 12 + 8 x measures bytes an option. Immutable, so safe to share between threads.
 */
public final class AssignmentProblem {
    /** A band without a lower end. */
    public static final long OPEN_LOW = Long.MIN_VALUE;
    /** A band without an upper end. */
    public static final long OPEN_HIGH = Long.MAX_VALUE;

    private final Labels labels;
    private final int agents;
    private final int measures;
    private final int[] first;
    private final int[] agent;
    private final long[] cost;
    private final long[] load;
    private final long[] low;
    private final long[] high;
    private final int[] pin;

    AssignmentProblem(Labels labels, Options options, long[] low, long[] high, int[] pin) {
        this.labels = labels;
        this.agents = labels.agents().size();
        this.measures = labels.measures().size();
        this.first = options.first();
        this.agent = options.agent();
        this.cost = options.cost();
        this.load = options.load();
        this.low = low;
        this.high = high;
        this.pin = pin;
    }

    /** The candidate pairs in compressed rows. */
    record Options(int[] first, int[] agent, long[] cost, long[] load) {}

    public Labels labels() {
        return labels;
    }

    public int units() {
        return first.length - 1;
    }

    public int agents() {
        return agents;
    }

    public int measures() {
        return measures;
    }

    /** Number of bands: agents x measures. */
    public int bands() {
        return agents * measures;
    }

    /** Number of options of all units. */
    public int options() {
        return agent.length;
    }

    /** The first option of a unit; {@code first(units())} is the number of options. */
    public int first(int unit) {
        return first[unit];
    }

    public int agent(int option) {
        return agent[option];
    }

    /** The cost of an option, in millionths. */
    public long cost(int option) {
        return cost[option];
    }

    /** The load of an option on a measure, in millionths. */
    public long load(int option, int measure) {
        return load[option * measures + measure];
    }

    /** {@code c_e + sum_k price w}: what an option costs once its agent's prices, one a band, are paid. */
    public double reducedCost(int option, double[] prices) {
        double sum = cost[option];
        int band = agent[option] * measures;
        int at = option * measures;
        for (int k = 0; k < measures; k++) {
            sum += prices[band + k] * load[at + k];
        }
        return sum;
    }

    /** The lower end of a band in millionths, or {@link #OPEN_LOW}. */
    public long low(int band) {
        return low[band];
    }

    /** The upper end of a band in millionths, or {@link #OPEN_HIGH}. */
    public long high(int band) {
        return high[band];
    }

    /** The option a unit is pinned to, or -1. */
    public int pin(int unit) {
        return pin[unit];
    }

    /** By how much a load breaks its band, in millionths; 0 when inside. */
    public long violation(int band, long total) {
        if (total > high[band]) {
            return total - high[band];
        }
        return total < low[band] ? low[band] - total : 0;
    }

    /** The same problem with other bands. */
    public AssignmentProblem withBands(long[] lower, long[] upper) {
        return new AssignmentProblem(labels, new Options(first, agent, cost, load), lower, upper, pin);
    }

    /** The same problem with every cost zero: what remains is the question whether a plan exists. */
    public AssignmentProblem withoutCosts() {
        return new AssignmentProblem(labels, new Options(first, agent, new long[agent.length], load), low, high, pin);
    }

    /** The same problem with other pins, an option of each unit or -1. */
    public AssignmentProblem withPins(int[] pins) {
        return new AssignmentProblem(labels, new Options(first, agent, cost, load), low, high, pins);
    }

    /** The same problem with only the listed options, whose rows begin at {@code rows}, and no pins. */
    AssignmentProblem restrictedTo(int[] rows, int[] kept) {
        long[] loads = new long[kept.length * measures];
        for (int e = 0; e < kept.length; e++) {
            System.arraycopy(load, kept[e] * measures, loads, e * measures, measures);
        }
        int[] agentOf = Arrays.stream(kept).map(e -> agent[e]).toArray();
        long[] costOf = Arrays.stream(kept).mapToLong(e -> cost[e]).toArray();
        int[] noPins = new int[rows.length - 1];
        Arrays.fill(noPins, -1);
        return new AssignmentProblem(labels, new Options(rows, agentOf, costOf, loads), low, high, noPins);
    }

    /** Which band of the answer's table this is, in words: "potential of r1". */
    public String bandName(int band) {
        return labels.measures().get(band % measures) + " of " + labels.agents().get(band / measures);
    }
}
