package io.fairpatch.web.api;

import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.Unwritten;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One account of a proposal. Worth and potential are in cents; {@code from} is null for an account without rep.
 *
 * @param unwritten why an approved line is not in the org after a commit; null for any other
 */
@Serdeable
public record LineJson(
        String account,
        String accountName,
        String kind,
        @Nullable String from,
        @Nullable String fromName,
        String to,
        String toName,
        String territory,
        String headline,
        String mainRule,
        double worthCents,
        long potentialCents,
        double score,
        String tier,
        String decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String declineReason,
        @Nullable Unwritten unwritten) {
    static LineJson of(ProposalLine line) {
        return new LineJson(
                line.account().value(),
                line.accountName(),
                line.kind().name(),
                line.from() == null ? null : line.from().value(),
                line.fromName(),
                line.to().value(),
                line.toName(),
                line.territory(),
                line.headline(),
                line.mainRule(),
                line.worthCents(),
                line.potentialCents(),
                line.score(),
                line.tier(),
                line.decision().name(),
                line.decidedBy(),
                line.decidedAt(),
                line.declineReason(),
                line.extras().unwritten());
    }
}
