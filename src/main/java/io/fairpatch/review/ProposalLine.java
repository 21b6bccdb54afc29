package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One account of a proposal as a list shows it.
 *
 * @param from the rep before, null when the account had none; equal to {@code to} for a stamp
 * @param territory the name of the territory the account will be in
 * @param worthCents what the plan would lose if this account alone went back; 0 for a stamp
 * @param mainRule the rule with the largest share; "stamp" for a stamp
 * @param declineReason given by the person who declined
 */
public record ProposalLine(
        SalesforceId account,
        String accountName,
        LineKind kind,
        @Nullable SalesforceId from,
        @Nullable String fromName,
        SalesforceId to,
        String toName,
        String territory,
        String headline,
        double worthCents,
        String mainRule,
        long potentialCents,
        double score,
        String tier,
        Decision decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String declineReason,
        Extras extras) {
    /**
     * What else a reviewer wants to know of a line.
     *
     * @param edited whether the target was set by hand
     * @param dropped why an earlier decision no longer counts, null when none was dropped
     * @param openDeals deals of the account that are not closed
     * @param contestedBy until when an approver decides on a contested account
     * @param unwritten why it is not in the org, null unless a commit left it so
     */
    public record Extras(
            ChangeKind change,
            boolean edited,
            @Nullable String dropped,
            int openDeals,
            @Nullable Instant contestedBy,
            @Nullable Unwritten unwritten) {}
}
