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
        @Nullable Tour tour) {
    public HomePage {
        strip = List.copyOf(strip);
        needs = List.copyOf(needs);
        mentions = List.copyOf(mentions);
        runs = List.copyOf(runs);
    }

    /** Something that waits, and where it is done. */
    public record Need(String sentence, String href, String button) {}

    /** One step of the guidance. */
    public record Tour(int step, int steps, String title, String text, String href, String link) {}
}
