package io.fairpatch.review;

import static io.fairpatch.review.SampleProposal.APPROVER;
import static io.fairpatch.review.SampleProposal.OPS;
import static io.fairpatch.review.SampleProposal.ORG;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** Each test gets a database of its own, with proposals of nine accounts on the way that it wants. */
abstract class ReviewOfItsOwn {
    final Clock clock = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    final AuditLog audit = new AuditLog(jdbi, clock);
    final WritePolicyConfig policy = SampleProposal.policy(1, 200);
    final ProposalService service = new ProposalService(jdbi, clock, audit, policy);
    final ProposalQueries queries = new ProposalQueries(jdbi, ConfigLoader.shipped(ConfigPart.COVERAGE));

    ProposalSummary inReview() {
        var draft = service.create(SampleProposal.draft(9, policy), OPS);
        return service.submit(ORG, draft.id(), draft.revision(), OPS);
    }

    /** In review, everything approved line by line, the whole not yet. */
    ProposalSummary decided() {
        var review = inReview();
        var moves = service.decide(
                        ORG,
                        review.id(),
                        review.revision(),
                        Selection.matching(LineFilter.ALL),
                        Decision.APPROVED,
                        null,
                        APPROVER)
                .proposal();
        return service.decideStamps(ORG, moves.id(), moves.revision(), Decision.APPROVED, null, APPROVER)
                .proposal();
    }
}
