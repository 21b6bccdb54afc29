package io.fairpatch.bench.score;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.score.SimulatedRates;
import io.fairpatch.score.SimulatedTeams;
import io.fairpatch.score.learn.SimulatedDeals;
import java.util.List;
import java.util.Map;

/** What the estimates are worth on orgs whose truth is known. */
public final class TruthBench implements Bench {
    private static final int ORGS = 200;

    @Override
    public String name() {
        return "truth";
    }

    @Override
    public String about() {
        return "estimates on " + ORGS + " generated orgs with known win rates and effects, against their limits";
    }

    @Override
    public Map<String, String> options() {
        return Map.of();
    }

    @Override
    public List<Figure> run(BenchOptions options) {
        var rates = SimulatedRates.of(ORGS, 11);
        var teams = SimulatedTeams.of(ORGS, 17);
        double off = 100.0 * (ORGS - SimulatedDeals.earned(ORGS, 0, 23)) / ORGS;
        return List.of(
                Figure.atLeast("true win rates inside their 90 % interval", 100 * rates.cover(), "%", 87),
                Figure.atMost("the same, not too wide", 100 * rates.cover(), "%", 93),
                Figure.atMost(
                        "squared error of cells under 20 deals, over that of raw rates",
                        100 * rates.errorOverRaw(),
                        "%",
                        70),
                Figure.atLeast("planted rep effects inside their 90 % interval", 100 * teams.repCover(), "%", 85),
                Figure.atLeast(
                        "planted segment effects inside their 90 % interval", 100 * teams.segmentCover(), "%", 85),
                Figure.atLeast("orgs without signal where the learned model stays off", off, "%", 97));
    }
}
