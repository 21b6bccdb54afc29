package io.fairpatch.plan.kernel.design;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.List;

/**
 * Territories to be drawn from scratch: every area goes to one of {@code territories} territories, each territory has a
 * centre among its areas, the cost is the sum over areas of weight times distance to the centre to a power. Loads and
 * bands in millionths; the same bands hold for every territory. Immutable.
 *
 * @param areas ids of the areas
 * @param measures the measures that have a band
 * @param loads by area and measure: {@code area * measures + measure}
 * @param low per measure, or {@link AssignmentProblem#OPEN_LOW}
 * @param high per measure, or {@link AssignmentProblem#OPEN_HIGH}
 * @param fixed the territory an area must be in, or -1
 */
public record DesignProblem(
        List<String> areas,
        List<String> measures,
        int territories,
        boolean contiguous,
        Distances distances,
        Neighbours neighbours,
        long[] loads,
        long[] low,
        long[] high,
        int[] fixed) {

    public int size() {
        return areas.size();
    }

    long load(int area, int measure) {
        return loads[area * measures.size() + measure];
    }

    /** By how much a territory's load breaks the band of a measure. */
    long violation(int measure, long load) {
        if (load > high[measure]) {
            return load - high[measure];
        }
        return load < low[measure] ? low[measure] - load : 0;
    }

    /** The same map under other rules. */
    DesignProblem with(boolean connected, long[] lower, long[] upper, int[] fixedTo) {
        return new DesignProblem(
                areas, measures, territories, connected, distances, neighbours, loads, lower, upper, fixedTo);
    }

    /** The cost of serving an area from a centre. */
    double cost(int area, int center) {
        return distances.cost(area, center);
    }
}
