package io.fairpatch.web.page;

import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.CommitRun;
import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which proposal tells how territories are now. The newest does, by its books before, or after once it is written;
 * unless another was written since it was made, whose books after hold then. Thread-safe.
 */
@Singleton
public final class InForce {
    private final CommitQueries runs;

    InForce(CommitQueries runs) {
        this.runs = runs;
    }

    /** @param all newest first, at least one */
    public ProposalSummary of(List<ProposalSummary> all) {
        ProposalSummary newest = all.get(0);
        return newest.state().inOrg() ? newest : writtenSince(newest, all).orElse(newest);
    }

    /** The proposal written last, if that was after this one was made: what this one says of before is over then. */
    public Optional<ProposalSummary> writtenSince(ProposalSummary proposal, List<ProposalSummary> all) {
        return all.stream()
                .filter(other -> other.state().inOrg()
                        && !other.id().equals(proposal.id())
                        && begun(other).isAfter(proposal.createdAt()))
                .max(Comparator.comparing(this::begun));
    }

    private Instant begun(ProposalSummary proposal) {
        return runs.latest(proposal.org(), proposal.id())
                .map(CommitRun::startedAt)
                .orElse(Instant.MIN);
    }
}
