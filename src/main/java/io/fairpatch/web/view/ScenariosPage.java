package io.fairpatch.web.view;

import io.fairpatch.jobs.Scenarios.Holder;
import io.fairpatch.plan.scenario.Comparison;
import io.fairpatch.plan.scenario.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios side by side, and the form that plans more.
 *
 * @param reps who holds accounts, by name: one of them may leave
 * @param failure why the last comparison failed; null when it did not
 * @param typed what stands in the field for a scenario of one's own
 */
public record ScenariosPage(
        Shell shell,
        String sentence,
        @Nullable ScatterPlot scatter,
        List<Column> columns,
        List<Comparison.Row> rows,
        List<Remedy> remedies,
        List<Choice> choices,
        List<Holder> reps,
        Aims aims,
        @Nullable String failure,
        String typed,
        boolean mayPlan,
        boolean mayPropose) {
    public ScenariosPage {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        remedies = List.copyOf(remedies);
        choices = List.copyOf(choices);
        reps = List.copyOf(reps);
    }

    /**
     * One scenario.
     *
     * @param plan number of the plan it made
     * @param shortfall whether bands or rules are not all met
     * @param vacancies reps it counts on that are not hired yet
     */
    public record Column(
            long id,
            int number,
            String title,
            String text,
            long plan,
            String made,
            boolean shortfall,
            int vacancies,
            List<String> why,
            List<String> waysOut) {
        public Column {
            why = List.copyOf(why);
            waysOut = List.copyOf(waysOut);
        }
    }

    /** A scenario to tick. */
    public record Choice(String text, String title, String purpose, boolean usual) {}
}
