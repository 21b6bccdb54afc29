package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Smallest;
import java.util.Arrays;

/**
 * What a dive ({@link Dive}) has not rounded yet: the options each unit may still go to. Units with one left only weigh on
 * the bands, so that a solution costs as much as there are units near a tie.
 */
final class Undecided {
    /** Of the spread of costs: regrets up to this stay, times as much for a unit larger than the mean. */
    private static final double NEAR = 0.003;
    /** Nearest units to win and to lose that each agent keeps, whatever their regrets. */
    private static final int GRANTED = 40;

    private static final double SHARED = 1e-6;

    private final Reduced reduced;
    private final AssignmentProblem problem;
    private final int[][] options;
    private final double[] size;

    private Undecided(Reduced reduced, Shares shares) {
        this.reduced = reduced;
        this.problem = reduced.problem();
        this.options = new int[problem.units()][];
        this.size = new double[options.length];
        for (int u = 0; u < options.length; u++) {
            options[u] = Arrays.copyOfRange(shares.option(), shares.first()[u], shares.first()[u + 1]);
            size[u] = Arrays.stream(options[u]).mapToDouble(this::size).max().orElse(0);
        }
    }

    /** The options of a solution that are shared or near a tie at the prices. O(options x measures). */
    static Undecided of(Reduced reduced, Prices prices, Shares shares) {
        var all = new Undecided(reduced, shares);
        all.narrow(prices, shares);
        return all;
    }

    private double size(int option) {
        int band = problem.agent(option) * problem.measures();
        double most = 0;
        for (int k = 0; k < problem.measures(); k++) {
            double whole = Math.max(1, Math.abs((double) reduced.high()[band + k]));
            most = Math.max(most, reduced.live()[band + k] ? Math.abs(problem.load(option, k)) / whole : 0);
        }
        return most;
    }

    private void narrow(Prices prices, Shares shares) {
        var in = new Smallest(problem.agents(), GRANTED);
        var out = new Smallest(problem.agents(), GRANTED);
        double[][] regrets = new double[options.length][];
        for (int u = 0; u < options.length; u++) {
            regrets[u] = regrets(u, prices.best());
            for (int o = 0; o < regrets[u].length; o++) {
                if (regrets[u][o] > 0) {
                    in.offer(problem.agent(options[u][o]), regrets[u][o]);
                }
            }
            out.offer(best(u, regrets[u]), second(regrets[u]));
        }
        double mean = Arrays.stream(size).average().orElse(1);
        for (int u = 0; u < options.length; u++) {
            double second = second(regrets[u]);
            double near = NEAR * prices.spread() * Math.max(1, size[u] / mean);
            double limit = second <= out.limit(best(u, regrets[u])) ? Math.max(near, second) : near;
            int[] kept = new int[options[u].length];
            int count = 0;
            for (int o = 0; o < kept.length; o++) {
                int e = options[u][o];
                boolean shared = shares.share()[shares.first()[u] + o] > SHARED;
                if (shared || regrets[u][o] <= Math.max(limit, in.limit(problem.agent(e)))) {
                    kept[count++] = e;
                }
            }
            options[u] = Arrays.copyOf(kept, count);
        }
    }

    /** What each option of a unit costs above its best one. */
    private double[] regrets(int unit, double[] prices) {
        double[] regrets = Arrays.stream(options[unit])
                .mapToDouble(e -> problem.reducedCost(e, prices))
                .toArray();
        double least = Arrays.stream(regrets).min().orElse(0);
        Arrays.setAll(regrets, o -> regrets[o] - least);
        return regrets;
    }

    private int best(int unit, double[] regrets) {
        int o = 0;
        while (regrets[o] > 0) {
            o++;
        }
        return problem.agent(options[unit][o]);
    }

    private static double second(double[] regrets) {
        double least = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (double regret : regrets) {
            second = Math.min(second, Math.max(least, regret));
            least = Math.min(least, regret);
        }
        return second;
    }

    int units() {
        return options.length;
    }

    /** The largest part of a band that the unit fills. */
    double size(Split split) {
        return size[split.unit()];
    }

    /** A unit that a solution shares out, and where most of it goes. */
    record Split(int unit, int option, double share) {}

    /** Puts a unit where it is to stay; answers what it might have chosen from. */
    int[] settle(Split split) {
        int[] before = options[split.unit()];
        options[split.unit()] = new int[] {split.option()};
        return before;
    }

    void open(Split split, int[] before) {
        options[split.unit()] = before;
    }

    Columns columns() {
        return Columns.open(reduced, options);
    }

    /** What the units outside the {@link #columns} cost, in millionths. */
    double settledCost() {
        double sum = 0;
        for (int[] its : options) {
            sum += its.length == 1 ? problem.cost(its[0]) : 0;
        }
        return sum;
    }

    /** Shares of all units, of those of the {@link #columns}. */
    Shares all(Shares open) {
        int[] first = new int[options.length + 1];
        for (int u = 0; u < options.length; u++) {
            first[u + 1] = first[u] + options[u].length;
        }
        int[] option = new int[first[options.length]];
        double[] share = new double[option.length];
        int row = 0;
        for (int u = 0; u < options.length; u++) {
            System.arraycopy(options[u], 0, option, first[u], options[u].length);
            if (options[u].length > 1) {
                System.arraycopy(open.share(), open.first()[row++], share, first[u], options[u].length);
            } else {
                share[first[u]] = 1;
            }
        }
        return new Shares(first, option, share);
    }
}
