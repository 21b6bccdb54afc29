package io.fairpatch.bench.plan.peer;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.HashMap;
import java.util.Map;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;

/** The fastest kind of score OptaPlanner knows: what a move changes is added by hand. */
public final class PlacingScore implements IncrementalScoreCalculator<Placing, HardSoftLongScore> {
    private AssignmentProblem problem;
    private Map<Integer, Integer>[] optionAt;
    private long[] load;
    private long violation;
    private long cost;

    @Override
    public void resetWorkingSolution(Placing placing) {
        problem = placing.problem();
        load = new long[problem.bands()];
        cost = 0;
        violation = 0;
        for (int i = 0; i < load.length; i++) {
            violation += problem.violation(i, 0);
        }
        index();
        placing.units().forEach(unit -> add(unit, 1));
    }

    @SuppressWarnings("unchecked")
    private void index() {
        if (optionAt != null) {
            return;
        }
        optionAt = new Map[problem.units()];
        for (int u = 0; u < optionAt.length; u++) {
            optionAt[u] = new HashMap<>();
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                optionAt[u].put(problem.agent(e), e);
            }
        }
    }

    private void add(Placed unit, int sign) {
        if (!unit.placed()) {
            return;
        }
        int option = optionAt[unit.unit()].get(unit.at());
        cost += sign * problem.cost(option);
        for (int k = 0; k < problem.measures(); k++) {
            int band = unit.at() * problem.measures() + k;
            violation -= problem.violation(band, load[band]);
            load[band] += sign * problem.load(option, k);
            violation += problem.violation(band, load[band]);
        }
    }

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {
        add((Placed) entity, -1);
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        add((Placed) entity, 1);
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {
        add((Placed) entity, 1);
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        add((Placed) entity, -1);
    }

    @Override
    public void afterEntityRemoved(Object entity) {}

    @Override
    public HardSoftLongScore calculateScore() {
        return HardSoftLongScore.of(-violation, -cost);
    }
}
