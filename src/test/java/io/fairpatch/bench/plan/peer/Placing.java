package io.fairpatch.bench.plan.peer;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;

/** An assignment problem for OptaPlanner: violation is hard, cost is soft. */
@PlanningSolution
public class Placing {
    @ProblemFactProperty
    private @Nullable AssignmentProblem problem;

    @PlanningEntityCollectionProperty
    private List<Placed> units = List.of();

    @PlanningScore
    private @Nullable HardSoftLongScore score;

    /** For OptaPlanner, which copies. */
    public Placing() {}

    /** @param start one option a unit, or null for none */
    static Placing of(AssignmentProblem problem, int @Nullable [] start) {
        var placing = new Placing();
        placing.problem = problem;
        placing.units = new ArrayList<>();
        for (int u = 0; u < problem.units(); u++) {
            List<Integer> agents = new ArrayList<>();
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                agents.add(problem.agent(e));
            }
            placing.units.add(new Placed(u, agents, start == null ? null : Integer.valueOf(problem.agent(start[u]))));
        }
        return placing;
    }

    AssignmentProblem problem() {
        if (problem == null) {
            throw new IllegalStateException("A placing is made from a problem");
        }
        return problem;
    }

    List<Placed> units() {
        return units;
    }

    public @Nullable HardSoftLongScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardSoftLongScore score) {
        this.score = score;
    }
}
