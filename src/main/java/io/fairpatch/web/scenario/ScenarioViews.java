package io.fairpatch.web.scenario;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.jobs.ScenarioRun;
import io.fairpatch.jobs.Scenarios.Holder;
import io.fairpatch.plan.Planner;
import io.fairpatch.plan.scenario.Comparison;
import io.fairpatch.plan.scenario.Mode;
import io.fairpatch.plan.scenario.Scenario;
import io.fairpatch.web.view.Aims;
import io.fairpatch.web.view.ScatterPlot;
import io.fairpatch.web.view.ScenariosPage;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scenarios as the page shows them. */
final class ScenarioViews {
    private static final double USUAL_BAND = 0.09;

    private final double band;
    private final Aims aims;
    private final List<String> usual;

    ScenarioViews(PlanningConfig planning) {
        this.band = planning.bands().getOrDefault(Planner.POTENTIAL, USUAL_BAND);
        this.aims = AimViews.of(planning);
        this.usual = planning.scenarios();
    }

    ScenariosPage page(
            Shell shell,
            Person who,
            List<ScenarioRun> runs,
            List<Holder> reps,
            @Nullable String failure,
            String typed) {
        var comparison = new Comparison(runs.stream().map(ScenarioRun::column).toList());
        return new ScenariosPage(
                shell,
                comparison.sentence(),
                scatter(comparison),
                columns(runs),
                runs.isEmpty() ? List.of() : comparison.rows(),
                comparison.remedies(),
                choices(),
                reps,
                aims,
                failure,
                typed,
                who.may(Action.PLAN),
                who.may(Action.PROPOSE));
    }

    private @Nullable ScatterPlot scatter(Comparison comparison) {
        return comparison.columns().isEmpty()
                ? null
                : ScatterPlot.of(
                        comparison.columns().stream()
                                .map(Comparison.Column::title)
                                .toList(),
                        comparison.columns().stream()
                                .map(Comparison.Column::result)
                                .toList(),
                        band);
    }

    private static List<ScenariosPage.Column> columns(List<ScenarioRun> runs) {
        var columns = new ArrayList<ScenariosPage.Column>();
        for (ScenarioRun run : runs) {
            var result = run.result();
            columns.add(new ScenariosPage.Column(
                    run.id(),
                    columns.size() + 1,
                    run.scenario().title(),
                    run.text(),
                    run.planRun(),
                    "by " + run.madeBy() + ", " + Show.moment(run.madeAt()),
                    !result.feasible(),
                    result.vacancies(),
                    result.why(),
                    result.waysOut()));
        }
        return columns;
    }

    /** The modes that need to be told nothing. */
    private List<ScenariosPage.Choice> choices() {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode != Mode.LEAVER && mode != Mode.SCALE)
                .map(mode -> new Scenario(mode, Map.of()))
                .map(scenario -> new ScenariosPage.Choice(
                        scenario.text(), scenario.title(), scenario.mode().purpose(), usual.contains(scenario.text())))
                .toList();
    }
}
