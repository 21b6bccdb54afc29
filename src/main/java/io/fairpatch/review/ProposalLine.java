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
        @Nullable String declineReason) {}
