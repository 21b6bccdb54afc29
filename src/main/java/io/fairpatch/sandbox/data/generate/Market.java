package io.fairpatch.sandbox.data.generate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** How often a deal is truly won, by region and industry: what the product has to find out from history. */
final class Market {
    private static final double LEAST = 0.08;
    private static final double MOST = 0.45;

    private final Map<Region, Map<Industry, Double>> winRates = new EnumMap<>(Region.class);

    Market(long seed) {
        Dice dice = Dice.of(seed, "market", 0);
        for (Region region : Region.values()) {
            var rates = new EnumMap<Industry, Double>(Industry.class);
            for (Industry industry : Industry.values()) {
                double rate = industry.winRate * region.winFactor * (0.7 + 0.6 * dice.share());
                rates.put(industry, Math.round(1000 * Math.max(LEAST, Math.min(MOST, rate))) / 1000.0);
            }
            winRates.put(region, rates);
        }
    }

    double winRate(Region region, Industry industry) {
        return Objects.requireNonNull(
                Objects.requireNonNull(winRates.get(region)).get(industry));
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
