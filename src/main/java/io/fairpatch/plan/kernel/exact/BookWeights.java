package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.model.Reduced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an agent's options weigh on its bands, and what that costs. With a price {@code mu_k} on each band an option of value v
 * has the reduced value {@code d = v + sum_k mu_k w_k}, and no book is worth less than
 *
 * <pre>L = sum min(0, d) - sum_k (mu_k > 0 ? mu_k high_k : mu_k low_k)</pre>
 *
 * Prices are warm from the last time and then best along each band, and along each pair of bands together and against each
 * other: one by one they end at kinks well below the best.
 */
final class BookWeights {
    private static final int SWEEPS = 2;
    private static final double ROUNDING = 1e-12;

    /** Whether an option is sure to be in the book, sure to be out of it, or open. */
    enum Place {
        OPEN,
        IN,
        OUT
    }

    final int bands;
    final long[][] load;
    final long[] low;
    final long[] high;
    final double[] mu;
    private final int size;
    private final double[] reduced;
    private final double[] turn;
    private final double[] fall;
    private final long[] order;
    private final double[][] directions;

    /**
     * @param option the agent's options
     * @param bandPrices prices of all bands to begin with
     */
    BookWeights(Reduced of, int agent, int[] option, double[] bandPrices) {
        var problem = of.problem();
        int[] live = IntStream.range(0, problem.measures())
                .filter(k -> of.live()[agent * problem.measures() + k])
                .toArray();
        int[] band =
                Arrays.stream(live).map(k -> agent * problem.measures() + k).toArray();
        this.bands = live.length;
        this.low = Arrays.stream(band).mapToLong(i -> of.low()[i]).toArray();
        this.high = Arrays.stream(band).mapToLong(i -> of.high()[i]).toArray();
        this.mu = Arrays.stream(band).mapToDouble(i -> bandPrices[i]).toArray();
        this.load = Arrays.stream(live)
                .mapToObj(k ->
                        Arrays.stream(option).mapToLong(e -> problem.load(e, k)).toArray())
                .toArray(long[][]::new);
        this.size = option.length;
        this.reduced = new double[size];
        this.turn = new double[size + bands];
        this.fall = new double[size + bands];
        this.order = new long[size + bands];
        this.directions = directions();
    }

    /** Each band by itself, and each pair of them together and against each other, by the loads that they have. */
    private double[][] directions() {
        double[] unit = Arrays.stream(load)
                .mapToDouble(its ->
                        1 / (1 + Arrays.stream(its).mapToDouble(Math::abs).sum()))
                .toArray();
        List<double[]> all = new ArrayList<>();
        for (int k = 0; k < bands; k++) {
            all.add(along(k, unit[k], k, 0));
            for (int other = 0; other < k; other++) {
                all.add(along(k, unit[k], other, unit[other]));
                all.add(along(k, unit[k], other, -unit[other]));
            }
        }
        return all.toArray(double[][]::new);
    }

    private double[] along(int one, double its, int other, double others) {
        double[] along = new double[bands];
        along[other] = others;
        along[one] = its;
        return along;
    }

    /** Brings the prices to where the bound is highest along each direction in turn, and works out the reduced values. */
    void weigh(long[] value, Place[] place) {
        for (int t = 0; t < size; t++) {
            reduced[t] = value[t];
            for (int k = 0; k < bands; k++) {
                reduced[t] += mu[k] * load[k][t];
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (double[] along : directions) {
                move(along, step(along, place));
            }
        }
    }

    private void move(double[] along, double step) {
        if (step != 0) {
            for (int k = 0; k < bands; k++) {
                mu[k] += step * along[k];
                for (int t = 0; t < size; t++) {
                    reduced[t] += step * along[k] * load[k][t];
                }
            }
        }
    }

    /**
     * How far to go: the bound is concave, and its slope falls by {@code |along w_t|} where an option turns, and by the width of a
     * band where its price changes sign. O(options log options).
     */
    private double step(double[] along, Place[] place) {
        double right = 0;
        double left = 0;
        int turns = 0;
        for (int t = 0; t < size + bands; t++) {
            double slope = slope(t, along);
            double at = t < size ? reduced[t] : -mu[t - size] * width(t - size);
            boolean open = t >= size || place[t] == Place.OPEN;
            boolean in = t < size && place[t] == Place.IN;
            right += in || open && (at < 0 || at == 0 && slope < 0) ? slope : 0;
            left += in || open && (at < 0 || at == 0 && slope > 0) ? slope : 0;
            if (open && slope != 0) {
                turn[t] = -at / slope;
                fall[t] = Math.abs(slope);
                order[turns++] = t;
            }
        }
        for (int k = 0; k < bands; k++) {
            right -= along[k] * low[k];
            left -= along[k] * low[k];
        }
        return right > 0 ? crossing(turns, right, 1) : left < 0 ? crossing(turns, -left, -1) : 0;
    }

    private double slope(int t, double[] along) {
        if (t >= size) {
            return -along[t - size] * width(t - size);
        }
        double sum = 0;
        for (int k = 0; k < bands; k++) {
            sum += along[k] * load[k][t];
        }
        return sum;
    }

    private double width(int k) {
        return (double) high[k] - low[k];
    }

    /** Goes ahead or back until what turned has used the slope up. */
    private double crossing(int turns, double slope, int sign) {
        for (int o = 0; o < turns; o++) {
            int t = (int) order[o];
            order[o] = Ordered.key(sign * turn[t], t);
        }
        Arrays.sort(order, 0, turns);
        double left = slope;
        double last = 0;
        for (int o = 0; o < turns && left > 0; o++) {
            int t = (int) order[o];
            if (sign * turn[t] >= 0) {
                left -= fall[t];
                last = turn[t];
            }
        }
        return last;
    }

    /** An option's value once the bands' prices are paid. */
    double reduced(int t) {
        return reduced[t];
    }

    /** Whether the option is in the book that the bound is made of. */
    boolean prefers(int t, Place[] place) {
        return place[t] == Place.IN || place[t] == Place.OPEN && reduced[t] < 0;
    }

    /** What every book is worth at least. */
    double bound(Place[] place) {
        double sum = 0;
        for (int t = 0; t < size; t++) {
            sum += prefers(t, place) ? reduced[t] : 0;
        }
        for (int k = 0; k < bands; k++) {
            sum -= mu[k] * (mu[k] > 0 ? high[k] : low[k]);
        }
        return sum;
    }

    /** More than the rounding error that a bound can have. */
    double margin(long[] value) {
        double sum = 0;
        for (int t = 0; t < size; t++) {
            sum += Math.abs((double) value[t]);
            for (int k = 0; k < bands; k++) {
                sum += Math.abs(mu[k] * load[k][t]);
            }
        }
        for (int k = 0; k < bands; k++) {
            sum += Math.abs(mu[k]) * (Math.abs((double) low[k]) + Math.abs((double) high[k]));
        }
        return ROUNDING * sum + 1e-3;
    }
}
