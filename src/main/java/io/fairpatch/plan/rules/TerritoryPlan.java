package io.fairpatch.plan.rules;

import io.fairpatch.plan.engine.Candidates;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.ProblemFactCollectionProperty;
import org.optaplanner.core.api.domain.solution.ProblemFactProperty;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** All placements of a plan. */
@PlanningSolution
@SuppressWarnings("NullAway.Init") // OptaPlanner makes clones through the constructor without arguments
public class TerritoryPlan {
    @ProblemFactCollectionProperty
    private List<Seat> seats;

    @ProblemFactProperty
    private MoveBudget budget;

    @PlanningEntityCollectionProperty
    private List<Placement> placements;

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    /** For OptaPlanner. */
    public TerritoryPlan() {}

    private TerritoryPlan(List<Seat> seats, MoveBudget budget, List<Placement> placements) {
        this.seats = seats;
        this.budget = budget;
        this.placements = placements;
    }

    static TerritoryPlan of(TerritoryProblem problem, Candidates candidates, int[] seatOf) {
        var placements = new ArrayList<Placement>();
        for (Unit unit : problem.units()) {
            var seats = IntStream.of(candidates.of(unit.index()))
                    .mapToObj(problem.seats()::get)
                    .toList();
            placements.add(new Placement(problem, unit, seats, problem.seats().get(seatOf[unit.index()])));
        }
        return new TerritoryPlan(problem.seats(), new MoveBudget(problem.mostMoved()), placements);
    }

    List<Placement> placements() {
        return placements;
    }

    int[] assignment() {
        return placements.stream()
                .mapToInt(placement -> placement.seat().index())
                .toArray();
    }

    public @Nullable HardMediumSoftLongScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardMediumSoftLongScore score) {
        this.score = score;
    }

    static PlanScore toPlanScore(HardMediumSoftLongScore score) {
        return new PlanScore(-score.hardScore(), -score.mediumScore(), -score.softScore());
    }
}
