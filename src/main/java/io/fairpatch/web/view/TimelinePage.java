package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done, the newest first.
 *
 * @param older where the lines before these are, null when there are none
 */
public record TimelinePage(Shell shell, String sentence, Chain chain, List<Row> rows, @Nullable String older) {
    public TimelinePage {
        rows = List.copyOf(rows);
    }

    /** Whether the log hangs together. */
    public record Chain(boolean holds, String sentence) {}

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
