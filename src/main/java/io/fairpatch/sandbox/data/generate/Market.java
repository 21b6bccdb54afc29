package io.fairpatch.sandbox.data.generate;

import java.util.function.ToDoubleFunction;

/** How often a deal is truly won, by region and industry: what the product has to find out from history. */
final class Market {
    private static final double LEAST = 0.08;
    private static final double MOST = 0.45;

    private final double[][] winRates = new double[Region.values().length][Industry.values().length];

    Market(long seed) {
        Dice dice = Dice.of(seed, "market", 0);
        for (Region region : Region.values()) {
            for (Industry industry : Industry.values()) {
                double rate = industry.winRate * region.winFactor * (0.7 + 0.6 * dice.share());
                winRates[region.ordinal()][industry.ordinal()] =
                        Math.round(1000 * Math.max(LEAST, Math.min(MOST, rate))) / 1000.0;
            }
        }
    }

    double winRate(Region region, Industry industry) {
        return winRates[region.ordinal()][industry.ordinal()];
    }

    static <T> double[] cumulative(T[] values, ToDoubleFunction<T> weight) {
        double[] sums = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weight.applyAsDouble(values[i]);
            sums[i] = sum;
        }
        return sums;
    }
}
