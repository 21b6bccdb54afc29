package io.fairpatch.web.view;

import io.fairpatch.jobs.JobView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The start.
 *
 * @param strip every territory's potential over target, the lowest first; empty before the first plan
 * @param needs what waits for this person
 * @param seesTriggers whether this person may look at triggers and reviews
 * @param starts what this person may start
 * @param tour whether the guidance for a first visit is shown
 */
public record HomePage(
        Shell shell,
        String sentence,
        String bandWords,
        List<BookBar> strip,
        List<Need> needs,
        boolean seesTriggers,
        List<CommentRow> mentions,
        List<JobView> runs,
        List<Start> starts,
        @Nullable Tour tour) {
    public HomePage {
        strip = List.copyOf(strip);
        needs = List.copyOf(needs);
        mentions = List.copyOf(mentions);
        runs = List.copyOf(runs);
        starts = List.copyOf(starts);
    }

    /** Something that waits, and where it is done. */
    public record Need(String sentence, String href, String button) {}

    /** A step of the story that a button starts. */
    public record Start(String kind, String button, String sentence) {}

    /** One step of the guidance. */
    public record Tour(int step, int steps, String title, String text, String href, String link) {}
}
