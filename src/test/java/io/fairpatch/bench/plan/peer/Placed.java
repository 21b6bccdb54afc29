package io.fairpatch.bench.plan.peer;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** A unit and the agent it is with. */
@PlanningEntity
public class Placed {
    @PlanningId
    private int unit;

    private List<Integer> agents = List.of();

    @PlanningVariable(valueRangeProviderRefs = "agents")
    private @Nullable Integer agent;

    /** For OptaPlanner, which copies. */
    public Placed() {}

    Placed(int unit, List<Integer> agents, @Nullable Integer agent) {
        this.unit = unit;
        this.agents = agents;
        this.agent = agent;
    }

    @ValueRangeProvider(id = "agents")
    public List<Integer> getAgents() {
        return agents;
    }

    public @Nullable Integer getAgent() {
        return agent;
    }

    public void setAgent(@Nullable Integer agent) {
        this.agent = agent;
    }

    int unit() {
        return unit;
    }

    boolean placed() {
        return agent != null;
    }

    /** The option the unit is placed at. */
    int option(AssignmentProblem problem) {
        int option = problem.first(unit);
        while (problem.agent(option) != at()) {
            option++;
        }
        return option;
    }

    int at() {
        return Objects.requireNonNull(agent);
    }
}
