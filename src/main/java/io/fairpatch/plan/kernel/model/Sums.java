package io.fairpatch.plan.kernel.model;

/**
 * The totals a band can have at all. A unit with no other option adds its load for certain, every other one its load or
 * nothing, so a total is {@code fixed + a sum of some loads}: a multiple of their greatest common divisor above the fixed
 * part, and where few totals are possible exactly the subset sums (Bellman 1957; a bit a total). A band's ends move to
 * the nearest totals inside it; loads of 10 cannot fill a band from 41 to 49. One pass over the options, and
 * O(units x totals / 64) for each band with few totals.
 */
final class Sums {
    private static final long MOST_TOTALS = 1L << 20;
    private static final long MOST_WORK = 30_000_000;

    private final long[] fixed;
    private final long[] step;
    private final int[] size;
    private final long[][] optional;
    private final Reach reach;
    private long work;

    private Sums(AssignmentProblem problem, Alive alive, Reach reach) {
        this.reach = reach;
        int bands = problem.bands();
        fixed = new long[bands];
        step = new long[bands];
        size = new int[bands];
        optional = new long[bands][];
        for (int u = 0; u < problem.units(); u++) {
            boolean only = alive.count(u) == 1;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                for (int k = 0; alive.is(e) && k < problem.measures(); k++) {
                    add(problem.agent(e) * problem.measures() + k, problem.load(e, k), only);
                }
            }
        }
    }

    private void add(int band, long load, boolean only) {
        if (only) {
            fixed[band] += load;
        } else if (load != 0) {
            step[band] = step[band] == 1 ? 1 : commonDivisor(step[band], Math.abs(load));
            size[band]++;
        }
    }

    /** Moves the ends of all bands inwards, to totals that exist. */
    static void tighten(AssignmentProblem problem, Alive alive, Reach reach, long[] low, long[] high) {
        var sums = new Sums(problem, alive, reach);
        sums.collect(problem, alive);
        for (int i = 0; i < low.length; i++) {
            if (low[i] > reach.least()[i] || high[i] < reach.most()[i]) {
                sums.tighten(i, low, high);
            }
        }
    }

    private void collect(AssignmentProblem problem, Alive alive) {
        for (int i = 0; i < size.length; i++) {
            optional[i] = new long[few(i) ? size[i] : 0];
            size[i] = 0;
        }
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); alive.count(u) > 1 && e < problem.first(u + 1); e++) {
                for (int k = 0; alive.is(e) && k < problem.measures(); k++) {
                    int band = problem.agent(e) * problem.measures() + k;
                    if (problem.load(e, k) != 0 && size[band] < optional[band].length) {
                        optional[band][size[band]++] = problem.load(e, k);
                    }
                }
            }
        }
    }

    private boolean few(int band) {
        if (step[band] == 0) {
            return false;
        }
        long totals = (reach.most()[band] - reach.least()[band]) / step[band];
        long its = totals / 64 * size[band];
        if (totals > MOST_TOTALS || work + its > MOST_WORK) {
            return false;
        }
        work += its;
        return true;
    }

    private void tighten(int band, long[] low, long[] high) {
        long from = Math.max(low[band], reach.least()[band]);
        long to = Math.min(high[band], reach.most()[band]);
        if (step[band] == 0 || from > to) {
            return;
        }
        from += Math.floorMod(fixed[band] - from, step[band]);
        to -= Math.floorMod(to - fixed[band], step[band]);
        if (optional[band].length > 0 && from <= to) {
            var totals = new Totals(optional[band], step[band]);
            long zero = reach.least()[band];
            from = zero + step[band] * totals.next((from - zero) / step[band]);
            to = zero + step[band] * totals.previous((to - zero) / step[band]);
        }
        low[band] = low[band] > reach.least()[band] ? from : low[band];
        high[band] = high[band] < reach.most()[band] ? to : high[band];
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    /** The subset sums above the least one, in steps. */
    private static final class Totals {
        private final long[] bits;

        /** A negative load is one that is there and may be taken away: the sums of magnitudes, above the least sum. */
        Totals(long[] loads, long step) {
            long most = 0;
            for (long load : loads) {
                most += Math.abs(load) / step;
            }
            bits = new long[(int) (most / 64) + 2];
            bits[0] = 1;
            for (long load : loads) {
                shiftIn(Math.abs(load) / step);
            }
        }

        private void shiftIn(long by) {
            int words = (int) (by / 64);
            int rest = (int) (by % 64);
            for (int w = bits.length - 1; w >= words; w--) {
                long moved = bits[w - words] << rest;
                if (rest > 0 && w > words) {
                    moved |= bits[w - words - 1] >>> (64 - rest);
                }
                bits[w] |= moved;
            }
        }

        long next(long from) {
            long at = from;
            while (at / 64 < bits.length && (bits[(int) (at / 64)] >>> (at % 64) & 1) == 0) {
                at++;
            }
            return at;
        }

        long previous(long from) {
            long at = from;
            while (at >= 0 && (bits[(int) (at / 64)] >>> (at % 64) & 1) == 0) {
                at--;
            }
            return at;
        }
    }
}
