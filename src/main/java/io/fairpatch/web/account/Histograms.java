package io.fairpatch.web.account;

import io.fairpatch.config.ScoringConfig.TierCuts;
import io.fairpatch.insight.Scoring;
import io.fairpatch.model.Tier;
import io.fairpatch.web.view.Histogram;
import io.fairpatch.web.view.Histogram.Bar;
import io.fairpatch.web.view.Histogram.Zone;
import java.util.List;
import java.util.stream.IntStream;

/** The picture of all scores. */
final class Histograms {
    private static final int TENS = 10;

    private Histograms() {}

    static Histogram of(Scoring scoring, TierCuts cuts) {
        List<Bar> bars = IntStream.range(0, TENS)
                .mapToObj(ten -> new Bar(ten * TENS, scoring.inTen(ten)))
                .toList();
        return new Histogram(
                bars,
                List.of(
                        new Zone("Tier 3", 0, cuts.two(), scoring.inTier(Tier.THREE), "fp-zone_three"),
                        new Zone("Tier 2", cuts.two(), cuts.one(), scoring.inTier(Tier.TWO), "fp-zone_two"),
                        new Zone("Tier 1", cuts.one(), 100, scoring.inTier(Tier.ONE), "fp-zone_one")));
    }
}
