package io.fairpatch.jobs;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.DriftCheck;
import io.fairpatch.review.DriftReport;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What changed in the org under a proposal, read from the org at most once a minute. Thread-safe. */
@Singleton
public class Drifts {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final DriftCheck check;
    private final ProposalQueries proposals;
    private final CurrentOrg current;
    private final Clock clock;
    private final Map<String, DriftReport> newest = new ConcurrentHashMap<>();

    Drifts(DriftCheck check, ProposalQueries proposals, CurrentOrg current, Clock clock) {
        this.check = check;
        this.proposals = proposals;
        this.current = current;
        this.clock = clock;
    }

    /** The drift of a proposal that is not written yet; empty for any other, whose own writes are no drift. */
    public Optional<DriftReport> of(SalesforceId org, String id) {
        ProposalSummary proposal = proposals.get(org, id);
        if (!proposal.state().mayBecome(ProposalState.STALE)) {
            return Optional.empty();
        }
        String key = id + " " + proposal.version() + " " + proposal.revision();
        DriftReport known = newest.get(key);
        if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
            return Optional.of(known);
        }
        DriftReport now = check.check(org, id, current.connection().reader());
        newest.keySet().removeIf(other -> other.startsWith(id + " "));
        newest.put(key, now);
        return Optional.of(now);
    }
}
