package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done, the newest first.
 *
 * @param filter which lines are shown
 * @param fairness how fair each proposal found the books and left them
 * @param older where the lines before these are, null when there are none
 */
public record TimelinePage(
        Shell shell,
        String sentence,
        Chain chain,
        Filter filter,
        List<Row> rows,
        List<Fairness> fairness,
        @Nullable String older) {
    public TimelinePage {
        rows = List.copyOf(rows);
        fairness = List.copyOf(fairness);
    }

    /**
     * What is shown of the log.
     *
     * @param kinds what can be chosen under What
     * @param csv where the same lines are had as CSV
     */
    public record Filter(String actor, String action, String subject, List<Kind> kinds, String csv) {
        public Filter {
            kinds = List.copyOf(kinds);
        }

        public boolean any() {
            return !actor.isEmpty() || !action.isEmpty() || !subject.isEmpty();
        }
    }

    /** Actions of one kind: the first part of their names, and what people call them. */
    public record Kind(String action, String words) {}

    /** Whether the log hangs together. */
    public record Chain(boolean holds, String sentence) {}

    /**
     * One proposal.
     *
     * @param wideBefore length of the bar, of 1000
     * @param wideAfter length of the bar, of 1000
     */
    public record Fairness(
            String href,
            String title,
            StateBadge state,
            String made,
            long wideBefore,
            long wideAfter,
            String before,
            String after,
            String moves) {}

    /** One line. */
    public record Row(
            long seq,
            String at,
            String actor,
            String action,
            String subject,
            @Nullable String href,
            String details,
            String hash) {}
}
