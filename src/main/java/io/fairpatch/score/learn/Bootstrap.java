package io.fairpatch.score.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What chance alone does to the measures of a model: they are taken again over as many deals drawn with replacement, many
 * times (Efron 1979). Every array is ascending.
 *
 * @param gains Brier skill of the model less that of the rules
 */
record Bootstrap(double[] gains, double[] aucs, double[] briers, double[] skills, double[] lifts) {
    private static final int SAMPLES = 1_000;

    /**
     * Draws the samples.
     *
     * @param order of the deals by the model's probability, the lowest first
     * @param base share won that is known without any model
     */
    static Bootstrap of(boolean[] outcomes, double[] byModel, double[] byRules, double base, int[] order, long seed) {
        var all = new Bootstrap(
                new double[SAMPLES],
                new double[SAMPLES],
                new double[SAMPLES],
                new double[SAMPLES],
                new double[SAMPLES]);
        var random = new SplittableRandom(seed);
        var times = new int[outcomes.length];
        for (int sample = 0; sample < SAMPLES; sample++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < times.length; i++) {
                times[random.nextInt(times.length)]++;
            }
            all.squares(sample, times, outcomes, byModel, byRules, base);
            all.aucs[sample] = auc(times, outcomes, byModel, order);
            all.lifts[sample] = lift(times, outcomes, order);
        }
        for (double[] values : new double[][] {all.gains, all.aucs, all.briers, all.skills, all.lifts}) {
            Arrays.sort(values);
        }
        return all;
    }

    /** What lies between the two tails, each of this share. */
    static Interval interval(double[] ascending, double tail) {
        return new Interval(ascending[(int) (tail * SAMPLES)], ascending[(int) ((1 - tail) * SAMPLES) - 1]);
    }

    private void squares(int sample, int[] times, boolean[] outcomes, double[] byModel, double[] byRules, double base) {
        double model = 0;
        double rules = 0;
        double none = 0;
        for (int i = 0; i < times.length; i++) {
            double came = outcomes[i] ? 1 : 0;
            model += times[i] * square(byModel[i] - came);
            rules += times[i] * square(byRules[i] - came);
            none += times[i] * square(base - came);
        }
        briers[sample] = model / times.length;
        gains[sample] = none == 0 ? 0 : (rules - model) / none;
        skills[sample] = none == 0 ? 0 : 1 - model / none;
    }

    /** Share of pairs of a won and a lost deal in which the won one ranks above; a draw counts half. */
    static double auc(int[] times, boolean[] outcomes, double[] predicted, int[] order) {
        double above = 0;
        double won = 0;
        double lost = 0;
        for (int i = 0; i < order.length; ) {
            double wonHere = 0;
            double lostHere = 0;
            double probability = predicted[order[i]];
            for (; i < order.length && predicted[order[i]] == probability; i++) {
                wonHere += outcomes[order[i]] ? times[order[i]] : 0;
                lostHere += outcomes[order[i]] ? 0 : times[order[i]];
            }
            above += wonHere * (lost + lostHere / 2);
            won += wonHere;
            lost += lostHere;
        }
        return won == 0 || lost == 0 ? 0.5 : above / (won * lost);
    }

    /** Share won in the top tenth over share won in all. */
    static double lift(int[] times, boolean[] outcomes, int[] order) {
        int top = Math.max(1, order.length - 9 * order.length / 10);
        double wonAtTop = 0;
        double won = 0;
        int taken = 0;
        for (int i = order.length - 1; i >= 0; i--) {
            int deals = times[order[i]];
            if (outcomes[order[i]]) {
                wonAtTop += Math.min(deals, top - taken);
                won += deals;
            }
            taken = Math.min(top, taken + deals);
        }
        return won == 0 ? 0 : wonAtTop / top / (won / order.length);
    }

    private static double square(double value) {
        return value * value;
    }
}
