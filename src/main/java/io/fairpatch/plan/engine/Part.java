package io.fairpatch.plan.engine;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.price.Shares;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a unit a seat holds in the linear relaxation.
 *
 * @param share above 0, at most 1
 */
record Part(int unit, double share) {
    /** Less is an interior point's nothing. */
    static final double LEAST = 1e-3;

    /** By seat, ascending by unit. */
    static List<List<Part>> bySeat(TerritoryProblem problem, AssignmentProblem kernel, Shares shares) {
        List<List<Part>> held = Stream.<List<Part>>generate(ArrayList::new)
                .limit(problem.seats().size())
                .toList();
        for (int unit = 0; unit < problem.units().size(); unit++) {
            for (int at = shares.first()[unit]; at < shares.first()[unit + 1]; at++) {
                if (shares.share()[at] >= LEAST) {
                    held.get(kernel.agent(shares.option()[at])).add(new Part(unit, shares.share()[at]));
                }
            }
        }
        return held;
    }
}
