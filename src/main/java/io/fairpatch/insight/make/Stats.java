package io.fairpatch.insight.make;

import io.fairpatch.insight.report.Value;
import io.fairpatch.model.Opportunity;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** Plain statistics; nothing of nothing is {@link Value#NONE}. */
final class Stats {
    private Stats() {}

    static Value mean(double[] values) {
        return values.length == 0
                ? Value.NONE
                : Value.of(Arrays.stream(values).average().orElse(0));
    }

    /** Population standard deviation. */
    static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    /** The middle value, of an even number the mean of the two in the middle, as a spreadsheet has it; NaN of nothing. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Days from created to closed, of the deals that say both. */
    static double[] cycleDays(List<Opportunity> deals) {
        return deals.stream()
                .filter(deal -> deal.createdDate() != null)
                .mapToDouble(deal -> ChronoUnit.DAYS.between(deal.createdDate(), deal.closeDate()))
                .toArray();
    }
}
