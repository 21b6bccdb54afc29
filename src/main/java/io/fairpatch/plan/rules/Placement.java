package io.fairpatch.plan.rules;

import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** A unit and the seat it is given to: what OptaPlanner changes. */
@PlanningEntity
@SuppressWarnings("NullAway.Init") // OptaPlanner makes clones through the constructor without arguments
public class Placement {
    private TerritoryProblem problem;

    @PlanningId
    private Integer id;

    private Unit unit;

    @ValueRangeProvider(id = "candidates")
    private List<Seat> candidates;

    @PlanningVariable(valueRangeProviderRefs = "candidates")
    private @Nullable Seat seat;

    /** For OptaPlanner. */
    public Placement() {}

    Placement(TerritoryProblem problem, Unit unit, List<Seat> candidates, Seat seat) {
        this.problem = problem;
        this.id = unit.index();
        this.unit = unit;
        this.candidates = candidates;
        this.seat = seat;
    }

    public @Nullable Seat getSeat() {
        return seat;
    }

    public void setSeat(@Nullable Seat seat) {
        this.seat = seat;
    }

    Seat seat() {
        return Objects.requireNonNull(seat);
    }

    Unit unit() {
        return unit;
    }

    List<Seat> candidates() {
        return candidates;
    }

    long potential() {
        return unit.potential();
    }

    long minutes() {
        return problem.pairs().minutes(unit.index(), seat().index());
    }

    long travelCents() {
        return problem.pairs().travelCents(unit.index(), seat().index());
    }

    long fitCents() {
        return problem.pairs().fitCents(unit.index(), seat().index());
    }

    long lostRelationshipCents() {
        return unit.holders().lostAt(seat().index());
    }

    int moved() {
        return problem.moved(unit.index(), seat().index());
    }

    @Override
    public String toString() {
        return unit + " -> " + seat;
    }
}
