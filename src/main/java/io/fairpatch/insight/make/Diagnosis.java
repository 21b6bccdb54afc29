package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.score.MixedEffects;
import io.fairpatch.score.MixedEffects.Effect;
import io.fairpatch.score.MixedEffects.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Win rates of the last two years split into rep, segment (industry and region) and chance. */
final class Diagnosis {
    private static final int QUARTERS = 8;

    private final Landscape land;
    private final Map<SalesforceId, Integer> reps = new HashMap<>();
    private final Map<String, Integer> segments = new TreeMap<>();
    private final int periods;
    private final MixedEffects fit;

    private record Cell(int rep, int segment, int quarter) {}

    Diagnosis(Landscape land) {
        this.land = land;
        var cells = new HashMap<Cell, int[]>();
        var quarters = Quarters.last(land, QUARTERS);
        for (int quarter = 0; quarter < quarters.size(); quarter++) {
            gather(quarters.get(quarter), quarter, cells);
        }
        periods = (int) cells.keySet().stream().map(Cell::quarter).distinct().count();
        var results = new ArrayList<Result>();
        cells.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Cell::rep)
                        .thenComparingInt(Cell::segment)
                        .thenComparingInt(Cell::quarter)))
                .forEach(entry -> results.add(new Result(
                        entry.getKey().rep(),
                        entry.getKey().segment(),
                        (double) entry.getValue()[1] / entry.getValue()[0],
                        entry.getValue()[0])));
        fit = results.size() < 2
                ? new MixedEffects(0, List.of(), List.of(), 0, 0, 0)
                : MixedEffects.fit(results, reps.size(), segments.size());
    }

    private void gather(Quarters quarter, int number, Map<Cell, int[]> cells) {
        for (Entry entry : land.entries()) {
            entry.closed(quarter.from(), quarter.to())
                    .filter(deal -> deal.ownerId() != null)
                    .forEach(deal -> {
                        var cell = new Cell(
                                rep(deal), segments.computeIfAbsent(segment(entry), key -> segments.size()), number);
                        int[] counts = cells.computeIfAbsent(cell, key -> new int[2]);
                        counts[0]++;
                        counts[1] += deal.won() ? 1 : 0;
                    });
        }
    }

    private int rep(Opportunity deal) {
        return reps.computeIfAbsent(Objects.requireNonNull(deal.ownerId()), id -> reps.size());
    }

    private static String segment(Entry entry) {
        return entry.profile().industry() + " / " + entry.profile().region();
    }

    /** Quarters of the last eight in which deals were closed. */
    int periods() {
        return periods;
    }

    /** Whether there is enough to judge: at least three quarters, two reps and two segments. */
    boolean enough() {
        return periods >= Quarters.NEEDED && reps.size() > 1 && segments.size() > 1;
    }

    MixedEffects fit() {
        return fit;
    }

    /** Effect of a territory's rep on the win rate; 0 with no limits known when the rep closed nothing. */
    Effect rep(Territory territory) {
        Integer at = territory.rep() == null ? null : reps.get(territory.rep().id());
        double widest = 1.645 * Math.sqrt(fit.repVariance());
        return at == null ? new Effect(0, -widest, widest) : fit.reps().get(at);
    }

    /** What the territory's accounts would convert at with an average rep: mean of its segments by potential. */
    double expected(Territory territory) {
        double sum = 0;
        double weight = 0;
        for (Entry entry : territory.accounts()) {
            Integer at = segments.get(segment(entry));
            double effect = at == null ? 0 : fit.segments().get(at).value();
            sum += entry.potential() * (fit.mean() + effect);
            weight += entry.potential();
        }
        return weight == 0 ? fit.mean() : Math.max(0.01, sum / weight);
    }
}
