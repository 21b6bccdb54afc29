package io.fairpatch.jobs;

import io.fairpatch.plan.scenario.Comparison;
import io.fairpatch.plan.scenario.Scenario;
import io.fairpatch.plan.scenario.ScenarioResult;
import java.time.Instant;

/**
 * A scenario as last planned.
 *
 * @param text what was asked, as {@link Scenario#parse} reads it
 * @param snapshotRun the copy of the org it was planned on
 * @param planRun the plan it made
 */
public record ScenarioRun(
        long id,
        String text,
        long seed,
        long snapshotRun,
        long planRun,
        String madeBy,
        Instant madeAt,
        ScenarioResult result) {
    public Scenario scenario() {
        return Scenario.parse(text);
    }

    public Comparison.Column column() {
        return new Comparison.Column(scenario().title(), result);
    }
}
