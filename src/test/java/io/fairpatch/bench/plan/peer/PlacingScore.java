package io.fairpatch.bench.plan.peer;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/** The fastest kind of score OptaPlanner knows: what a move changes is added by hand. */
public final class PlacingScore implements IncrementalScoreCalculator<Placing, HardSoftLongScore> {
    private @Nullable Totals totals;

    @Override
    public void resetWorkingSolution(Placing placing) {
        var fresh = new Totals(placing.problem());
        placing.units().forEach(unit -> fresh.add(unit, 1));
        totals = fresh;
    }

    private Totals totals() {
        return Objects.requireNonNull(totals, "OptaPlanner hands the solution over first");
    }

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {
        totals().add((Placed) entity, -1);
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        totals().add((Placed) entity, 1);
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {
        totals().add((Placed) entity, 1);
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        totals().add((Placed) entity, -1);
    }

    @Override
    public void afterEntityRemoved(Object entity) {}

    @Override
    public HardSoftLongScore calculateScore() {
        return HardSoftLongScore.of(-totals().violation, -totals().cost);
    }

    private static final class Totals {
        private final AssignmentProblem problem;
        private final long[] load;
        private long violation;
        private long cost;

        Totals(AssignmentProblem problem) {
            this.problem = problem;
            this.load = new long[problem.bands()];
            for (int i = 0; i < load.length; i++) {
                violation += problem.violation(i, 0);
            }
        }

        private void add(Placed unit, int sign) {
            if (!unit.placed()) {
                return;
            }
            int option = unit.option(problem);
            cost += sign * problem.cost(option);
            for (int k = 0; k < problem.measures(); k++) {
                int band = unit.at() * problem.measures() + k;
                violation -= problem.violation(band, load[band]);
                load[band] += sign * problem.load(option, k);
                violation += problem.violation(band, load[band]);
            }
        }
    }
}
