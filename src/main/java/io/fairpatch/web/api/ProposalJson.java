package io.fairpatch.web.api;

import io.fairpatch.review.ProposalSummary;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in numbers.
 *
 * @param revision the ETag, to be sent back as If-Match
 * @param spreadBefore highest potential over target, over the lowest
 * @param gap how far the plan is from a proven bound, as a share; null when unknown
 * @param fingerprint of the frozen lines, once approved
 */
@Serdeable
public record ProposalJson(
        String id,
        int version,
        long revision,
        String state,
        String author,
        Instant createdAt,
        int accounts,
        TallyJson moves,
        TallyJson stamps,
        double spreadBefore,
        double spreadAfter,
        @Nullable Double gap,
        String planStatus,
        List<String> why,
        @Nullable String fingerprint,
        List<String> approvedBy,
        int approvalsNeeded) {
    public ProposalJson {
        why = List.copyOf(why);
        approvedBy = List.copyOf(approvedBy);
    }

    /**
     * Lines of a kind by decision.
     *
     * @param unwritten approved ones that a commit did not bring into the org
     */
    @Serdeable
    public record TallyJson(int total, int approved, int declined, int deferred, int undecided, int unwritten) {
        static TallyJson of(ProposalSummary.Tally tally) {
            return new TallyJson(
                    tally.total(),
                    tally.approved(),
                    tally.declined(),
                    tally.deferred(),
                    tally.undecided(),
                    tally.unwritten());
        }
    }

    static ProposalJson of(ProposalSummary proposal) {
        return new ProposalJson(
                proposal.id(),
                proposal.version(),
                proposal.revision(),
                proposal.state().name(),
                proposal.author(),
                proposal.createdAt(),
                proposal.accounts(),
                TallyJson.of(proposal.moves()),
                TallyJson.of(proposal.stamps()),
                proposal.balance().spreadBefore(),
                proposal.balance().spreadAfter(),
                proposal.gap(),
                proposal.planStatus().name(),
                proposal.why(),
                proposal.fingerprint(),
                proposal.approvedBy(),
                proposal.approvalsNeeded());
    }
}
