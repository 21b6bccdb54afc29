package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit while it runs and after: counts by state, and the receipt of every row.
 *
 * @param self the address of what is shown now, filter included
 * @param problem why it stopped early, null when it did not
 * @param links what became of territory associations and account teams, null when there are none
 * @param running whether the page keeps itself fresh
 */
public record CommitRunPage(
        Shell shell,
        String path,
        String self,
        String title,
        StateBadge state,
        String sentence,
        @Nullable String problem,
        boolean running,
        Actions actions,
        List<Count> counts,
        List<CauseRow> causes,
        @Nullable String links,
        List<LinkRow> linksNotDone,
        List<ReceiptRow> receipts,
        Paging paging) {
    public CommitRunPage {
        counts = List.copyOf(counts);
        causes = List.copyOf(causes);
        linksNotDone = List.copyOf(linksNotDone);
        receipts = List.copyOf(receipts);
    }

    /**
     * What the person who looks may do with it.
     *
     * @param stop address that stops it after the current batch, null when it can't be stopped
     * @param resume address that goes on with it after its process died, null when one is at it
     * @param retry page that writes what was not written, null when there is nothing left
     * @param undo page that takes it back, null when nothing of it is in the org
     */
    public record Actions(
            @Nullable String stop, @Nullable String resume, @Nullable String retry, @Nullable String undo) {}

    /** Rows that were not written for the same reason, and how to mend it. */
    public record CauseRow(String code, StateBadge state, long rows, String example, String mend) {}

    /** An association or a team member that was refused, or that stays. */
    public record LinkRow(String record, String what, String name, String state, String note) {}

    /** How many writes are in a state; {@code href} filters the receipts. */
    public record Count(long count, StateBadge badge, String href, boolean chosen) {}

    /** What became of one write. */
    public record ReceiptRow(String record, String name, String kind, StateBadge state, String note) {}
}
