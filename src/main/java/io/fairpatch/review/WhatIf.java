package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person's edits would do to the proposal.
 *
 * @param proposal the balance without them
 * @param edited the balance with them
 * @param books the books they touch, as they would be
 */
public record WhatIf(
        List<Tried> edits, ProposalSummary.Balance proposal, ProposalSummary.Balance edited, List<BookView> books) {
    public WhatIf {
        edits = List.copyOf(edits);
        books = List.copyOf(books);
    }

    /**
     * One edit.
     *
     * @param proposedRep who has it in the proposal, null when nobody
     * @param currentRep who has it now, null when nobody
     */
    public record Tried(
            SalesforceId account,
            String accountName,
            @Nullable String currentRep,
            @Nullable String proposedRep,
            SalesforceId to,
            String toName,
            String note) {}
}
