package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.OrgUser;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes books look fair that are not: equal counts of accounts, and books that come with seniority. */
final class Illusions {
    /** Counts this near to each other look equal. */
    private static final double EQUAL = 1.20;

    private static final int LEAST_REPS = 3;

    private final List<Rollup> staffed;
    private final Fairness fairness;
    private final Landscape land;

    Illusions(Landscape land, List<Rollup> rollups, Fairness fairness) {
        this.land = land;
        this.fairness = fairness;
        this.staffed = rollups.stream().filter(rollup -> rollup.capacity() > 0).toList();
    }

    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        if (!staffed.isEmpty()) {
            figures.add(Figure.of(
                    "Accounts, highest over lowest",
                    Unit.RATIO,
                    counts(),
                    "Accounts for each unit of capacity; says nothing of what they are worth"));
        }
        Double correlation = tenure();
        if (correlation != null) {
            figures.add(Figure.of(
                    "Tenure and potential",
                    Unit.NUMBER,
                    correlation,
                    "Correlation of the rep's years in the job with the share of target, from -1 to 1; near 1, books come"
                            + " with seniority"));
        }
        return figures;
    }

    /** What equal counts hide; null when counts are not equal or hide nothing. */
    @Nullable
    String hidden() {
        if (staffed.size() < 2 || counts() > EQUAL || !fairness.rebalance()) {
            return null;
        }
        return "Equal counts hide it: accounts for equal capacity differ by " + Say.ratio(counts())
                + " at most, potential by " + Say.ratio(fairness.balance().spread()) + ".";
    }

    private double counts() {
        var perCapacity = staffed.stream()
                .mapToDouble(rollup -> rollup.accounts().size() / rollup.capacity())
                .summaryStatistics();
        return perCapacity.getMin() == 0 ? 1 : perCapacity.getMax() / perCapacity.getMin();
    }

    /** Pearson's correlation over single territories whose rep's first day is known; null for under three of them. */
    private @Nullable Double tenure() {
        var years = new ArrayList<Double>();
        var shares = new ArrayList<Double>();
        for (Rollup rollup : staffed) {
            OrgUser rep = rollup.territories().size() == 1
                    ? rollup.territories().get(0).rep()
                    : null;
            Double share = fairness.share(rollup);
            if (rep != null && rep.tenureStart() != null && share != null) {
                years.add(ChronoUnit.DAYS.between(rep.tenureStart(), land.today()) / 365.25);
                shares.add(share);
            }
        }
        return years.size() < LEAST_REPS ? null : correlation(years, shares);
    }

    /** Null when one side does not vary. */
    private static @Nullable Double correlation(List<Double> left, List<Double> right) {
        double meanLeft = mean(left);
        double meanRight = mean(right);
        double both = 0;
        double lefts = 0;
        double rights = 0;
        for (int i = 0; i < left.size(); i++) {
            double l = left.get(i) - meanLeft;
            double r = right.get(i) - meanRight;
            both += l * r;
            lefts += l * l;
            rights += r * r;
        }
        return lefts == 0 || rights == 0 ? null : both / Math.sqrt(lefts * rights);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
