package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What asks for a new plan, and when reviews are due.
 *
 * @param looked when the org was last looked at; null before the first time
 */
public record WatchPage(
        Shell shell,
        String sentence,
        @Nullable String looked,
        List<Row> alerts,
        List<EdgeRow> edges,
        List<Task> tasks,
        boolean mayPlan) {
    public WatchPage {
        alerts = List.copyOf(alerts);
        edges = List.copyOf(edges);
        tasks = List.copyOf(tasks);
    }

    /**
     * A trigger that fired.
     *
     * @param scenario what to plan; null when a person has to look first
     * @param dismissed who dismissed it and why; null while it is open
     */
    public record Row(
            long id,
            String title,
            String sentence,
            String advice,
            @Nullable String scenario,
            String since,
            @Nullable String dismissed) {}

    /** A trigger with its edge in words. */
    public record EdgeRow(String title, String edge, String state, boolean fires) {}

    /**
     * A review.
     *
     * @param done who ticked it off, and what came of it; null while it is to be done
     */
    public record Task(String key, String purpose, String due, boolean waits, @Nullable String done) {}
}
