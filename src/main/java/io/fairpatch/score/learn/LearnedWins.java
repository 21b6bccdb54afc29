package io.fairpatch.score.learn;

import io.fairpatch.model.Opportunity;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.WinChance;
import io.fairpatch.score.WinModel;
import io.fairpatch.score.learn.BackTest.SegmentRates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Win probabilities by a model learned from all closed deals. Each comes with the parts of its log-odds, which add up to
 * it exactly: the odds are the product of the factors shown.
 */
public final class LearnedWins implements WinModel {
    private static final List<String> NAMES = Stream.concat(
                    DealCases.FEATURES.stream(), Stream.of("log-odds of the segment"))
            .toList();
    /** Of the normal distribution, for 90 %. */
    private static final double NINETY = 1.6449;

    private final Logistic model;
    private final SegmentRates rates;
    private final Map<SalesforceId, List<Opportunity>> deals;
    private final LocalDate day;
    private final int learnedFrom;

    private LearnedWins(
            Logistic model,
            SegmentRates rates,
            Map<SalesforceId, List<Opportunity>> deals,
            LocalDate day,
            int learnedFrom) {
        this.model = model;
        this.rates = rates;
        this.deals = deals;
        this.day = day;
        this.learnedFrom = learnedFrom;
    }

    /**
     * Learns from all closed deals, as the back-test learned from those up to its day.
     *
     * @param deals by account, open and closed
     * @param day on which a deal would be created
     */
    public static LearnedWins of(List<DealCase> closed, Map<SalesforceId, List<Opportunity>> deals, LocalDate day) {
        var cases = BackTest.inOrder(closed);
        return new LearnedWins(
                BackTest.learn(cases).model(), new SegmentRates(cases), Map.copyOf(deals), day, cases.size());
    }

    @Override
    public WinChance chance(Asked asked, WinChance bySegment) {
        var own = DealCases.features(asked, deals.getOrDefault(asked.account().id(), List.of()), day);
        double[] row = rates.features(own, asked.segment());
        var reasons = reasons(row);
        double logOdds = reasons.stream()
                .map(reason -> BigDecimal.valueOf(reason.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        double doubt = NINETY * model.doubt(row);
        return new WinChance(
                probability(logOdds),
                probability(logOdds - doubt),
                probability(logOdds + doubt),
                bySegment.deals(),
                bySegment.ownShare(),
                bySegment.basis(),
                bySegment.wonCents(),
                reasons);
    }

    private List<Reason> reasons(double[] row) {
        var reasons = new ArrayList<Reason>();
        String start = String.format(
                Locale.ENGLISH,
                "Learned from %,d closed deals: odds of %.2f to 1 for an average one",
                learnedFrom,
                Math.exp(model.intercept()));
        reasons.add(new Reason("start", start, rounded(model.intercept())));
        double[] parts = model.contributions(row);
        for (int j = 0; j < parts.length; j++) {
            double points = rounded(parts[j]);
            if (points != 0) {
                String sentence =
                        String.format(Locale.ENGLISH, "%s %.2f: odds x %.2f", NAMES.get(j), row[j], Math.exp(points));
                reasons.add(new Reason(NAMES.get(j), sentence, points));
            }
        }
        return reasons;
    }

    private static double rounded(double points) {
        return BigDecimal.valueOf(points)
                .setScale(Reason.DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
