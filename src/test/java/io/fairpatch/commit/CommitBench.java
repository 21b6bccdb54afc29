package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ADMIN;
import static io.fairpatch.review.SampleProposal.APPROVER;
import static io.fairpatch.review.SampleProposal.OPS;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgReader;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.ProposalDraft;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.SampleProposal;
import io.fairpatch.review.Selection;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** An approved proposal on a fresh database, ready to be committed by one process or by several in a row. */
final class CommitBench {
    /** Time that passes only while someone waits. */
    static final class TestClock extends Clock {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    final TestClock clock = new TestClock();
    final DataSource source;
    final Jdbi jdbi;
    final AuditLog audit;
    final ProposalService proposals;
    final ProposalQueries shown;
    final CommitQueries queries;
    final WritePolicyConfig policy;
    final ProposalSummary approved;
    final SalesforceId org;
    private int processes;

    CommitBench(int accounts) {
        this(SampleProposal.draft(accounts, SampleProposal.policy(1, 200)));
    }

    CommitBench(ProposalDraft plan) {
        this(plan, TestDatabase.fresh());
    }

    /** @param source a migrated database */
    CommitBench(ProposalDraft plan, DataSource source) {
        this.source = source;
        jdbi = Database.jdbi(source);
        audit = new AuditLog(jdbi, clock);
        proposals = new ProposalService(jdbi, clock, audit, SampleProposal.policy(1, 200));
        shown = new ProposalQueries(jdbi, ConfigLoader.shipped(ConfigPart.COVERAGE));
        queries = new CommitQueries(jdbi);
        org = plan.org();
        policy = plan.policy();
        var draft = proposals.create(plan, OPS);
        var review = proposals.submit(org, draft.id(), draft.revision(), OPS);
        approved = approve(review);
    }

    /** Approves every line of a proposal in review, then the whole. */
    ProposalSummary approve(ProposalSummary review) {
        return approve(review, LineFilter.ALL);
    }

    /** Approves what nobody decided on yet, then the whole. */
    ProposalSummary approveUndecided(ProposalSummary review) {
        return approve(review, LineFilter.ALL.decided(Decision.UNDECIDED));
    }

    private ProposalSummary approve(ProposalSummary review, LineFilter lines) {
        var all = Selection.matching(lines);
        var moves = proposals.decide(org, review.id(), review.revision(), all, Decision.APPROVED, null, APPROVER);
        var stamps = proposals.decideStamps(
                org, review.id(), moves.proposal().revision(), Decision.APPROVED, null, APPROVER);
        return proposals.approve(org, review.id(), stamps.proposal().revision(), APPROVER);
    }

    /** A process of its own on the same database. */
    CommitService process() {
        return process(jdbi);
    }

    CommitService process(Jdbi connection) {
        return process(connection, () -> {});
    }

    /** @param waiting done whenever the process waits */
    CommitService process(Jdbi connection, Runnable waiting) {
        Pause pause = length -> {
            clock.now = clock.now.plus(length);
            waiting.run();
        };
        return new CommitService(connection, clock, audit, pause, "process " + ++processes);
    }

    CommitRun start(OrgReader reader) {
        return process().start(org, approved.id(), approved.version(), fingerprint(), ADMIN, policy, reader);
    }

    CommitRun commit(MemoryOrg memory) {
        return process().run(org, start(memory).id(), memory.connection(), policy, Progress.NONE);
    }

    String fingerprint() {
        return Objects.requireNonNull(approved.fingerprint());
    }

    CommitCounts outcome() {
        return queries.outcome(org, approved.id());
    }

    ProposalSummary proposal() {
        return shown.get(org, approved.id());
    }
}
