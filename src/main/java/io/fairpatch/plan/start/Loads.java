package io.fairpatch.plan.start;

import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;

/** Expected loads while units choose softly: the less its reduced cost, the likelier an option. */
final class Loads {
    final double[] potential;
    final double[] minutes;
    final double[][] counted;
    double moved;
    private double[] weights = new double[64];

    Loads(int seats) {
        potential = new double[seats];
        minutes = new double[seats];
        counted = new double[Caps.MEASURES][seats];
    }

    void gather(TerritoryProblem problem, Candidates candidates, Prices prices, double heat) {
        Arrays.fill(potential, 0);
        Arrays.fill(minutes, 0);
        for (double[] counts : counted) {
            Arrays.fill(counts, 0);
        }
        moved = 0;
        for (int unit = 0; unit < problem.units().size(); unit++) {
            choose(problem, candidates.of(unit), prices, unit, heat);
        }
    }

    private void choose(TerritoryProblem problem, int[] seats, Prices prices, int unit, double heat) {
        if (weights.length < seats.length) {
            weights = new double[seats.length];
        }
        double sum = weigh(seats, prices, unit, heat);
        var whole = problem.units().get(unit);
        for (int k = 0; k < seats.length; k++) {
            double share = weights[k] / sum;
            if (share > 1e-6) {
                int seat = seats[k];
                potential[seat] += share * whole.potential();
                minutes[seat] += share * problem.minutes()[unit][seat];
                for (int measure = 0; measure < Caps.MEASURES; measure++) {
                    counted[measure][seat] += share * whole.counted(measure);
                }
                moved += share * problem.moved(unit, seat);
            }
        }
    }

    private double weigh(int[] seats, Prices prices, int unit, double heat) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < seats.length; k++) {
            weights[k] = prices.reducedCost(unit, seats[k]);
            least = Math.min(least, weights[k]);
        }
        double sum = 0;
        for (int k = 0; k < seats.length; k++) {
            double excess = (weights[k] - least) / heat;
            weights[k] = excess > 30 ? 0 : Math.exp(-excess);
            sum += weights[k];
        }
        return sum;
    }
}
