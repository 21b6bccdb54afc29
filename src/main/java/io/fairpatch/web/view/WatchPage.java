package io.fairpatch.web.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
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
    private static final int SHOWN = 3;

    public WatchPage {
        alerts = List.copyOf(alerts);
        edges = List.copyOf(edges);
        tasks = List.copyOf(tasks);
    }

    /** The alerts by what fired, in their order, so that one sign seen in many books hides no other. */
    public List<Sign> signs() {
        return alerts.stream()
                .collect(Collectors.groupingBy(Row::title, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(sign -> new Sign(sign.getKey(), Fold.of(sign.getValue(), SHOWN)))
                .toList();
    }

    /** All alerts of one trigger. */
    public record Sign(String title, Fold<Row> alerts) {}

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
