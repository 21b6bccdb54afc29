package io.fairpatch.web.view;

import java.util.List;

/**
 * A commit while it runs and after: counts by state, and the receipt of every row.
 *
 * @param running whether the page keeps itself fresh
 */
public record CommitRunPage(
        Shell shell,
        String path,
        String title,
        StateBadge state,
        String sentence,
        boolean running,
        List<Count> counts,
        List<ReceiptRow> receipts,
        List<Cause> causes,
        Paging paging) {
    public CommitRunPage {
        counts = List.copyOf(counts);
        receipts = List.copyOf(receipts);
        causes = List.copyOf(causes);
    }

    /** How many writes are in a state; {@code href} filters the receipts. */
    public record Count(String state, long count, StateBadge badge, String href, boolean chosen) {}

    /** What became of one write. */
    public record ReceiptRow(
            String record, String name, String field, String before, String after, StateBadge state, String note) {}

    /** Refused rows by cause, with how to mend it. */
    public record Cause(String cause, long count, String mend) {}
}
