package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.exact.BookWeights.Place;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;

/**
 * One agent's cheapest book at given prices of the units: of the sets of its options whose loads lie in all its bands the one
 * whose values, cost less price of the unit, add up to least.
 *
 * <p>A book that has an option with a reduced value d ({@link BookWeights}) above 0, or lacks one with d below 0, is worth
 * {@code |d|} more than the bound L, and one whose load ends short of the priced end by s is worth {@code |mu| s} more. So
 * options with {@code |d|} above the gap between L and a book at hand stay where d puts them (Balas and Zemel 1980, there for
 * one upper end). The others are turned one by one, depth first, within what those not decided yet can still add to each load
 * or take from it. Values and loads are compared in whole numbers, the bound with a margin for rounding.
 */
final class AgentBook {
    /** More than any book is worth: there is none. */
    static final long NONE = Long.MAX_VALUE / 4;

    private static final long NODES_AN_OTHER = 8_000;
    private static final int OPTIONS_A_NODE = 4;

    private final AssignmentProblem problem;
    private final int[] option;
    private final int[] unitOf;
    private final BookWeights weights;
    private final Place[] place;
    private final long[] value;
    private final long[] order;
    private final boolean[] chosen;
    private final boolean[] tried;
    private final int[] core;
    private final long[][] up;
    private final long[][] down;
    private final long[] total;
    private int size;
    private double margin;
    private double relaxed;
    private long best;
    private boolean keeps;
    private long worth;
    private long nodes;
    private long most;
    private long work;

    /**
     * @param option the agent's options
     * @param bandPrices prices of all bands to begin with
     */
    AgentBook(Reduced of, int agent, int[] option, int[] unitOf, double[] bandPrices) {
        this.problem = of.problem();
        this.option = option;
        this.unitOf = unitOf;
        this.weights = new BookWeights(of, agent, option, bandPrices);
        this.place = new Place[option.length];
        this.value = new long[option.length];
        this.order = new long[option.length];
        this.chosen = new boolean[option.length];
        this.tried = new boolean[option.length];
        this.core = new int[option.length];
        this.up = new long[weights.bands][option.length + 1];
        this.down = new long[weights.bands][option.length + 1];
        this.total = new long[weights.bands];
    }

    int size() {
        return option.length;
    }

    int option(int t) {
        return option[t];
    }

    /** Whether the last book chosen has the option. */
    boolean has(int t) {
        return chosen[t];
    }

    /** Whether a book may have the option or not. */
    boolean open(int t) {
        return place[t] == Place.OPEN;
    }

    /** Options tried since the start: the measure of work. */
    long work() {
        return work;
    }

    /**
     * Chooses the book.
     *
     * @param mostNodes how long to search
     * @return what no book is worth less than: what the one chosen is worth, or less where the search was too long;
     *     {@link #NONE} where there is no book
     */
    long choose(Domains domains, long[] price, long mostNodes) {
        for (int t = 0; t < option.length; t++) {
            int unit = unitOf[option[t]];
            value[t] = problem.cost(option[t]) - price[unit];
            place[t] = !domains.has(option[t]) ? Place.OUT : domains.count(unit) == 1 ? Place.IN : Place.OPEN;
        }
        weights.weigh(value, place);
        margin = weights.margin(value);
        relaxed = weights.bound(place);
        for (int t = 0; t < order.length; t++) {
            order[t] = Ordered.key(-Math.abs(weights.reduced(t)), t);
        }
        Arrays.sort(order);
        long held = held();
        if (held == NONE) {
            Arrays.fill(chosen, false);
        }
        keeps = true;
        most = mostNodes;
        long least = search(held, relaxed);
        worth = best == NONE ? least : best;
        return least;
    }

    /** What the book chosen is worth; where none was found in time, what none is worth less than. */
    long worth() {
        return worth;
    }

    /**
     * What the best book is worth that has an option which the book chosen lacks, or lacks one that it has.
     *
     * @param t an open option
     * @return the worth, or less where the search was too long; some number above the limit where it is above
     */
    long other(int t, long limit) {
        boolean turns = weights.prefers(t, place) == chosen[t];
        double bound = relaxed + (turns ? Math.abs(weights.reduced(t)) : 0);
        keeps = false;
        most = NODES_AN_OTHER;
        place[t] = chosen[t] ? Place.OUT : Place.IN;
        long its = search(limit + 1, bound);
        place[t] = Place.OPEN;
        return its;
    }

    /** What the last book is worth now; NONE where it is no book any more. */
    private long held() {
        long sum = 0;
        Arrays.fill(total, 0);
        for (int t = 0; t < option.length; t++) {
            if (place[t] == (chosen[t] ? Place.OUT : Place.IN)) {
                return NONE;
            }
            if (chosen[t]) {
                sum += value[t];
                add(t, 1);
            }
        }
        return within() ? sum : NONE;
    }

    /** Looks for a book worth less than {@code start}; what it is worth, else {@code start}, or less when that took too long. */
    private long search(long start, double bound) {
        best = start;
        nodes = 0;
        work += option.length / OPTIONS_A_NODE;
        double room = start - 1 - bound + margin;
        if (room < 0) {
            return best;
        }
        long sum = begin(room);
        look(sum);
        descend(0, bound, sum);
        work += nodes;
        return nodes < most ? best : Math.min(best, (long) Math.floor(bound - margin));
    }

    /** Starts from the book that the bound is made of, with the options that may turn within a room; the sum of its values. */
    private long begin(double room) {
        long sum = 0;
        size = 0;
        Arrays.fill(total, 0);
        for (long key : order) {
            int t = (int) key;
            tried[t] = weights.prefers(t, place);
            if (tried[t]) {
                sum += value[t];
                add(t, 1);
            }
            if (open(t) && Math.abs(weights.reduced(t)) <= room) {
                core[size++] = t;
            }
        }
        for (int k = 0; k < weights.bands; k++) {
            reach(k);
        }
        return sum;
    }

    private void reach(int k) {
        up[k][size] = 0;
        down[k][size] = 0;
        for (int at = size - 1; at >= 0; at--) {
            long load = weights.load[k][core[at]];
            long turned = tried[core[at]] ? -load : load;
            up[k][at] = up[k][at + 1] + Math.max(0, turned);
            down[k][at] = down[k][at + 1] + Math.min(0, turned);
        }
    }

    /** Turns one option more, of those from a place on; those that cost least to turn come last, and are tried first. */
    private void descend(int from, double bound, long sum) {
        int last = from;
        while (last < size && reaches(last) && bound + shortfall(last) <= best - 1 + margin) {
            last++;
        }
        nodes += last - from + 1;
        for (int at = last - 1; at >= from && nodes < most; at--) {
            int t = core[at];
            double turned = bound + Math.abs(weights.reduced(t));
            if (turned > best - 1 + margin) {
                return;
            }
            long then = sum + turn(t) * value[t];
            look(then);
            descend(at + 1, turned, then);
            turn(t);
        }
    }

    private int turn(int t) {
        int sign = tried[t] ? -1 : 1;
        tried[t] = !tried[t];
        add(t, sign);
        return sign;
    }

    private void add(int t, int sign) {
        for (int k = 0; k < weights.bands; k++) {
            total[k] += sign * weights.load[k][t];
        }
    }

    private void look(long sum) {
        if (sum < best && within()) {
            best = sum;
            if (keeps) {
                System.arraycopy(tried, 0, chosen, 0, tried.length);
            }
        }
    }

    private boolean within() {
        for (int k = 0; k < weights.bands; k++) {
            if (total[k] < weights.low[k] || total[k] > weights.high[k]) {
                return false;
            }
        }
        return true;
    }

    private boolean reaches(int at) {
        for (int k = 0; k < weights.bands; k++) {
            if (total[k] + up[k][at] < weights.low[k] || total[k] + down[k][at] > weights.high[k]) {
                return false;
            }
        }
        return true;
    }

    /** What it costs at least that loads end short of the priced ends. */
    private double shortfall(int at) {
        double sum = 0;
        for (int k = 0; k < weights.bands; k++) {
            double mu = weights.mu[k];
            if (mu > 0) {
                sum += mu * Math.max(0, weights.high[k] - total[k] - up[k][at]);
            } else if (mu < 0) {
                sum -= mu * Math.max(0, total[k] + down[k][at] - weights.low[k]);
            }
        }
        return sum;
    }
}
