package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;

/**
 * Depth-first branch and bound over a {@link Piece}, pruned by priced slack.
 *
 * <p>With prices pi and the piece's bands less what the other units use, the cost of a leaf is a constant plus
 *
 * <pre>sum of regrets + sum_i f_i(load_i),  f_i(x) = pi_i (end_i - x) + penalty_i violation_i(x)</pre>
 *
 * where a regret is an option's reduced cost above its unit's least and {@code end_i} the upper end for a positive price,
 * else the lower. Every f_i is convex with its least value 0 at {@code end_i} (the penalty is at least |pi_i|), so that
 * at an inner node each f_i is bounded by its value at the point nearest to {@code end_i} that the free units can still
 * reach. At a leaf the bound is the cost itself. An infinite penalty makes a band hard.
 *
 * <p>The search is resumable: {@link #run} takes a number of nodes. A node costs O(bands of the piece). Not thread-safe.
 */
public final class TreeSearch {
    private final Reduced reduced;
    private final Piece piece;
    private int bands;
    private double[] price = new double[16];
    private double[] penalty = new double[16];
    private long[] low = new long[16];
    private long[] high = new long[16];
    private long[] total = new long[16];
    private long[] least = new long[1024];
    private long[] most = new long[1024];
    private double[] paid = new double[64];
    private int[] cursor = new int[64];
    private int[] best = new int[64];
    private int depth;
    private double cutoff;
    private double gain;
    private boolean improved;
    private double valueNow;
    private long visited;

    public TreeSearch(Reduced reduced, Piece piece) {
        this.reduced = reduced;
        this.piece = piece;
    }

    /**
     * Sets up a search: any leaf within the hard bands will do, until there is a value to {@link #beat}.
     *
     * @param penalties per band of the problem: cost per load beyond the band, infinite for hard bands
     * @param least the least improvement worth a leaf, in millionths of cost
     */
    public void begin(Plan plan, double[] prices, double[] penalties, double least) {
        piece.layOut();
        bands = piece.slots() * piece.measures;
        resize();
        for (int i = 0; i < bands; i++) {
            int band = piece.band(i);
            price[i] = prices[band];
            penalty[i] = Math.max(Math.abs(prices[band]), penalties[band]);
            total[i] = plan.load(band);
            low[i] = reduced.low()[band];
            high[i] = reduced.high()[band];
        }
        valueNow = piece.paidNow;
        for (int i = 0; i < bands; i++) {
            valueNow += term(i, total[i], total[i]);
        }
        removeFreeUnits(plan);
        sumUpRest();
        gain = least;
        cutoff = Double.MAX_VALUE;
        improved = false;
        depth = 0;
        cursor[0] = piece.start[0];
        paid[0] = 0;
    }

    /** The value of the plan as it stands, on the scale of the search. */
    public double valueNow() {
        return valueNow;
    }

    /** Lowers the value to beat. */
    public void beat(double value) {
        cutoff = Math.min(cutoff, value - gain);
    }

    private void resize() {
        if (bands > price.length) {
            price = new double[bands];
            penalty = new double[bands];
            low = new long[bands];
            high = new long[bands];
            total = new long[bands];
        }
        if (piece.units + 1 > cursor.length) {
            paid = new double[piece.units + 1];
            cursor = new int[piece.units + 1];
            best = new int[piece.units + 1];
        }
        if ((piece.units + 1) * bands > this.least.length) {
            this.least = new long[(piece.units + 1) * bands];
            most = new long[(piece.units + 1) * bands];
        }
    }

    private void removeFreeUnits(Plan plan) {
        for (int position = 0; position < piece.units; position++) {
            int slot = piece.slotNow(position, plan);
            int option = plan.choice(piece.unit[position]);
            for (int k = 0; k < piece.measures; k++) {
                total[slot + k] -= piece.problem().load(option, k);
            }
        }
    }

    /** What the units from each depth on can still add to each band: at least and at most. */
    private void sumUpRest() {
        int end = piece.units * bands;
        Arrays.fill(least, end, end + bands, 0);
        Arrays.fill(most, end, end + bands, 0);
        for (int position = piece.units - 1; position >= 0; position--) {
            int here = position * bands;
            System.arraycopy(least, here + bands, least, here, bands);
            System.arraycopy(most, here + bands, most, here, bands);
            boolean only = piece.start[position + 1] - piece.start[position] == 1;
            for (int at = piece.start[position]; at < piece.start[position + 1]; at++) {
                for (int k = 0; k < piece.measures; k++) {
                    long load = piece.load[at * piece.measures + k];
                    least[here + piece.slot[at] + k] += only ? load : Math.min(0, load);
                    most[here + piece.slot[at] + k] += only ? load : Math.max(0, load);
                }
            }
        }
    }

    /** Visits up to this many nodes; true when the tree is exhausted. */
    public boolean run(long nodes) {
        visited = 0;
        while (visited < nodes && depth >= 0) {
            visited++;
            step();
        }
        return depth < 0;
    }

    private void step() {
        if (depth == piece.units) {
            leaf();
            back();
            return;
        }
        int at = cursor[depth];
        if (at == piece.start[depth + 1] || paid[depth] + piece.regret[at] > cutoff) {
            back();
            return;
        }
        cursor[depth]++;
        apply(at, 1);
        double regrets = paid[depth] + piece.regret[at];
        if (regrets + rest((depth + 1) * bands, cutoff - regrets) > cutoff) {
            apply(at, -1);
            return;
        }
        depth++;
        paid[depth] = regrets;
        if (depth < piece.units) {
            cursor[depth] = piece.start[depth];
        }
    }

    private void back() {
        depth--;
        if (depth >= 0) {
            apply(cursor[depth] - 1, -1);
        }
    }

    private void leaf() {
        double value = paid[depth] + rest(depth * bands, Double.POSITIVE_INFINITY);
        for (int position = 0; position < piece.units; position++) {
            best[position] = piece.option[cursor[position] - 1];
        }
        improved = true;
        cutoff = Math.min(cutoff, value - gain);
    }

    private double rest(int row, double enough) {
        double sum = 0;
        for (int i = 0; i < bands && sum <= enough; i++) {
            sum += term(i, total[i] + least[row + i], total[i] + most[row + i]);
        }
        return sum;
    }

    /** The least value of f_i between two totals. */
    private double term(int i, long from, long to) {
        double pi = price[i];
        long end = pi >= 0 ? high[i] : low[i];
        if (pi == 0) {
            return from > high[i] ? penalty[i] * (from - high[i]) : to < low[i] ? penalty[i] * (low[i] - to) : 0;
        }
        long x = Math.max(from, Math.min(to, end));
        if (x > high[i]) {
            return pi * (end - x) + penalty[i] * (x - high[i]);
        }
        return pi * (end - x) + (x < low[i] ? penalty[i] * (low[i] - x) : 0);
    }

    private void apply(int at, int sign) {
        int band = piece.slot[at];
        int from = at * piece.measures;
        for (int k = 0; k < piece.measures; k++) {
            total[band + k] += sign * piece.load[from + k];
        }
    }

    /** Nodes the last run visited. */
    public long visited() {
        return visited;
    }

    /** Whether a better leaf was found. */
    public boolean improved() {
        return improved;
    }

    /** The option the best leaf gives the unit at a position. */
    public int best(int position) {
        return best[position];
    }

    /** Moves the plan's free units to the best leaf. */
    public void adopt(Plan plan) {
        for (int position = 0; position < piece.units; position++) {
            if (plan.choice(piece.unit[position]) != best[position]) {
                plan.move(piece.unit[position], best[position]);
            }
        }
    }
}
