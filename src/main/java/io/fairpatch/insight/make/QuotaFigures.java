package io.fairpatch.insight.make;

import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Quota over staffed territories: average, range and how much it varies. */
final class QuotaFigures {
    private QuotaFigures() {}

    static List<Figure> of(List<Rollup> rollups) {
        double[] quotas = rollups.stream()
                .map(Rollup::quotaCents)
                .filter(Objects::nonNull)
                .mapToDouble(Long::doubleValue)
                .sorted()
                .toArray();
        if (quotas.length == 0) {
            return List.of();
        }
        double mean = Arrays.stream(quotas).average().orElse(0);
        return List.of(
                Figure.of("Average quota", Unit.MONEY, mean, "Mean of the yearly quotas in the org"),
                Figure.of("Lowest quota", Unit.MONEY, quotas[0], "Least quota"),
                Figure.of("Highest quota", Unit.MONEY, quotas[quotas.length - 1], "Largest quota"),
                Figure.of(
                        "Quota variation",
                        Unit.SHARE,
                        mean == 0 ? 0 : Stats.deviation(quotas) / mean,
                        "Standard deviation of the quotas over their mean"));
    }
}
