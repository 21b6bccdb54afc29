package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import java.util.List;
import java.util.function.Predicate;

/**
 * Results of a territory over the last quarters for equal potential: what it won over its potential, over the same of all
 * territories together. 1 is the average.
 *
 * @param quarters the newest first; NaN where nothing was won anywhere
 */
record Normalised(Territory territory, List<Double> quarters, long wonCents) {
    private static final double OVER = 1.25;
    private static final double UNDER = 0.75;

    static List<Normalised> of(Landscape land, int count) {
        var quarters = Quarters.last(land, count);
        var staffed = land.staffed();
        double potential = staffed.stream().mapToDouble(Territory::potential).sum();
        return staffed.stream()
                .map(territory -> new Normalised(
                        territory,
                        quarters.stream()
                                .map(quarter -> ratio(
                                        quarter.won(territory),
                                        territory.potential(),
                                        staffed.stream()
                                                .mapToDouble(quarter::won)
                                                .sum(),
                                        potential))
                                .toList(),
                        quarters.stream()
                                .mapToLong(quarter -> quarter.won(territory))
                                .sum()))
                .toList();
    }

    private static double ratio(double won, double potential, double allWon, double allPotential) {
        return potential == 0 || allWon == 0 ? Double.NaN : won / potential / (allWon / allPotential);
    }

    /** Mean over the quarters that have a value. */
    double mean() {
        return quarters.stream()
                .filter(value -> !value.isNaN())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    /** Above in each of the last periods that a judgement needs. */
    boolean over() {
        return judged(value -> value >= OVER);
    }

    /** Below in each of them. */
    boolean under() {
        return judged(value -> value <= UNDER);
    }

    private boolean judged(Predicate<Double> sign) {
        var last = quarters.stream().limit(Quarters.NEEDED).toList();
        return last.size() == Quarters.NEEDED && last.stream().allMatch(value -> !value.isNaN() && sign.test(value));
    }

    String verdict() {
        return over() ? "over, three quarters in a row" : under() ? "under, three quarters in a row" : "no clear sign";
    }
}
