package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;

/** What a sweep lowers: a value for each chosen option plus one for each band's total, in millionths of cost. */
interface Energy {
    /** The value of choosing an option, but for what it does to bands. */
    double option(int option);

    /** How a band's value changes when its load does. */
    double change(Plan plan, int band, long added);

    /** Cost plus {@code beta x} weighted violation. */
    static Energy stiff(AssignmentProblem problem, Weights weights, double beta) {
        return new Energy() {
            @Override
            public double option(int option) {
                return problem.cost(option);
            }

            @Override
            public double change(Plan plan, int band, long added) {
                return beta * weights.change(plan, band, added);
            }
        };
    }

    /**
     * Reduced cost plus what totals lose at their bands' prices: the cost itself, but for a constant, while bands hold and
     * are worth their full price. O(options) memory.
     */
    static Energy priced(AssignmentProblem problem, double[] prices, PricedBands bands) {
        double[] reduced = new double[problem.options()];
        for (int e = 0; e < reduced.length; e++) {
            reduced[e] = problem.reducedCost(e, prices);
        }
        return new Energy() {
            @Override
            public double option(int option) {
                return reduced[option];
            }

            @Override
            public double change(Plan plan, int band, long added) {
                long now = plan.load(band);
                return added == 0 ? 0 : bands.value(band, now + added) - bands.value(band, now);
            }
        };
    }
}
