package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A rough plan with its prices: where a search starts, and what a fair share of work is estimated from.
 *
 * @param candidates seats by unit worth a look; a search adds to them
 * @param prices by gauge, then seat
 * @param assignment seats by unit, roughly inside the bands
 */
public record Sketch(Candidates candidates, Map<Gauge.Kind, double[]> prices, int[] assignment, long steps) {
    /** Sketches a problem. */
    public static Sketch of(TerritoryProblem problem, Effort effort, Progress progress) {
        var candidates = Candidates.of(problem);
        List<Gauge> gauges = Gauge.of(problem);
        // a mix has a price for each seat and kind: worth it only where that is little work
        var held = problem.units().size() <= Engine.SMALL ? gauges : Gauge.firm(gauges);
        var pass = new Pass(problem, held, candidates, Duals.none(problem, gauges));
        pass.rough(effort.pricing(), progress);
        var prices = new EnumMap<Gauge.Kind, double[]>(Gauge.Kind.class);
        for (int g = 0; g < gauges.size(); g++) {
            prices.put(gauges.get(g).kind(), pass.duals().prices()[g]);
        }
        return new Sketch(candidates, prices, pass.assignment(), pass.steps());
    }

    /** The prices of these gauges, 0 where the sketch has none. */
    double[][] pricesOf(List<Gauge> gauges) {
        var found = new double[gauges.size()][];
        for (int g = 0; g < found.length; g++) {
            double[] known = prices.get(gauges.get(g).kind());
            found[g] = known == null ? new double[gauges.get(g).low().length] : known.clone();
        }
        return found;
    }
}
