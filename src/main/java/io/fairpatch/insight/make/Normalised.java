package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
        var won = staffed.stream()
                .map(territory ->
                        quarters.stream().map(quarter -> quarter.won(territory)).toList())
                .toList();
        var all = IntStream.range(0, count)
                .mapToObj(at -> won.stream().mapToDouble(row -> row.get(at)).sum())
                .toList();
        return IntStream.range(0, staffed.size())
                .mapToObj(at -> normalised(staffed.get(at), won.get(at), all, potential))
                .toList();
    }

    private static Normalised normalised(Territory territory, List<Long> won, List<Double> all, double potential) {
        return new Normalised(
                territory,
                IntStream.range(0, won.size())
                        .mapToObj(at -> ratio(won.get(at), territory.potential(), all.get(at), potential))
                        .toList(),
                won.stream().mapToLong(Long::longValue).sum());
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
