package io.fairpatch.plan.kernel.model;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Collects a problem unit by unit: {@link #unit}, then its {@link #option options} in turn. Bands not named stay open.
 * Not thread-safe.
 */
public final class ProblemBuilder {
    private static final int MANY_OPTIONS = 100_000;
    private static final long LARGEST_SUM = 1L << 62;

    private final List<String> agents;
    private final List<String> measures;
    private final List<String> units = new ArrayList<>();
    private final long[] low;
    private final long[] high;
    private int[] first = new int[1025];
    private int[] pinnedAgent = new int[1024];
    private int[] agent = new int[8192];
    private long[] cost = new long[8192];
    private long[] load;
    private int options;

    public ProblemBuilder(List<String> agents, List<String> measures) {
        this.agents = List.copyOf(agents);
        this.measures = List.copyOf(measures);
        int bands = Math.multiplyExact(agents.size(), measures.size());
        this.low = new long[bands];
        this.high = new long[bands];
        this.load = new long[8192 * measures.size()];
        Arrays.fill(low, AssignmentProblem.OPEN_LOW);
        Arrays.fill(high, AssignmentProblem.OPEN_HIGH);
    }

    /** Sets a band, in millionths. */
    public ProblemBuilder band(int agentIndex, int measure, long lower, long upper) {
        if (lower > upper) {
            throw new IllegalArgumentException("A band's lower end must not be above its upper end");
        }
        low[agentIndex * measures.size() + measure] = lower;
        high[agentIndex * measures.size() + measure] = upper;
        return this;
    }

    /** Begins a unit. */
    public ProblemBuilder unit(String id) {
        if (units.size() + 1 == first.length) {
            first = Arrays.copyOf(first, grown(first.length));
            pinnedAgent = Arrays.copyOf(pinnedAgent, first.length);
        }
        pinnedAgent[units.size()] = -1;
        units.add(id);
        first[units.size()] = options;
        return this;
    }

    /** Adds an option to the unit begun last; loads in the order of the measures. Amounts in millionths. */
    public ProblemBuilder option(int agentIndex, long itsCost, long... loads) {
        if (options == agent.length) {
            int size = grown(agent.length);
            checkRoom(size);
            agent = Arrays.copyOf(agent, size);
            cost = Arrays.copyOf(cost, size);
            load = Arrays.copyOf(load, Math.multiplyExact(size, measures.size()));
        }
        agent[options] = agentIndex;
        cost[options] = itsCost;
        System.arraycopy(loads, 0, load, options * measures.size(), measures.size());
        options++;
        first[units.size()] = options;
        return this;
    }

    /** Pins the unit begun last to an agent, which must be among its options. */
    public ProblemBuilder pin(int agentIndex) {
        pinnedAgent[units.size() - 1] = agentIndex;
        return this;
    }

    /** Whether the unit begun last has an option with this agent. */
    public boolean hasOption(int agentIndex) {
        return optionOf(units.size() - 1, agentIndex) >= 0;
    }

    /** Checks that no sum can overflow and hands the problem over. */
    public AssignmentProblem build() {
        int[] rows = Arrays.copyOf(first, units.size() + 1);
        checkSum(cost, 1, 0, "costs");
        for (int k = 0; k < measures.size(); k++) {
            checkSum(load, measures.size(), k, "loads of " + measures.get(k));
        }
        var table = new AssignmentProblem.Options(
                rows,
                Arrays.copyOf(agent, options),
                Arrays.copyOf(cost, options),
                Arrays.copyOf(load, options * measures.size()));
        int[] pins = IntStream.range(0, units.size()).map(this::pinOf).toArray();
        return new AssignmentProblem(new Labels(List.copyOf(units), agents, measures), table, low, high, pins);
    }

    private int pinOf(int unit) {
        if (pinnedAgent[unit] < 0) {
            return -1;
        }
        int option = optionOf(unit, pinnedAgent[unit]);
        if (option < 0) {
            throw new IllegalArgumentException(
                    "Unit " + units.get(unit) + " is pinned to an agent not among its options");
        }
        return option;
    }

    private int optionOf(int unit, int agentIndex) {
        for (int e = first[unit]; e < first[unit + 1]; e++) {
            if (agent[e] == agentIndex) {
                return e;
            }
        }
        return -1;
    }

    private void checkSum(long[] amounts, int stride, int offset, String what) {
        double sum = 0;
        for (int u = 0; u < units.size(); u++) {
            long most = 0;
            for (int e = first[u]; e < first[u + 1]; e++) {
                most = Math.max(most, Math.abs(amounts[e * stride + offset]));
            }
            sum += most;
        }
        if (sum >= LARGEST_SUM) {
            throw Problem.of(ErrorCode.PLAN_INPUT, "The %s add up to more than 4.6e12.".formatted(what))
                    .because("sums are kept exact, in millionths of one, in 64 bits")
                    .maybe("use a larger unit, for example thousands of dollars instead of dollars")
                    .exception();
        }
    }

    /** Refuses early what would run out of memory while it is still read: the arrays at hand and their larger copies. */
    private void checkRoom(int size) {
        long heap = Runtime.getRuntime().maxMemory();
        double need = (double) size * Footprint.optionBytes(measures.size()) * 2;
        if (size > MANY_OPTIONS && !Footprint.fits(need, heap)) {
            throw Footprint.tooLarge(units.size(), options, need, heap);
        }
    }

    private static int grown(int size) {
        return Math.addExact(size, size >> 1);
    }
}
