package io.fairpatch.commit;

import io.fairpatch.error.Problem;
import io.fairpatch.review.ProposalHead;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.UndoProposals;
import io.fairpatch.store.AuditLog;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends: what was not sent is cancelled, what may have been sent stays in doubt, and the proposal's state says
 * what the org holds.
 *
 * @param problem why, when the org stopped it
 */
record RunEnd(CommitRun run, RunState state, @Nullable Problem problem, OffsetDateTime now, AuditLog audit) {

    void write(Handle handle, IntentTables intents, BatchTables batches) {
        for (Batch batch : batches.openBatches()) {
            if (batch.run().equals(run.id())) {
                leaveOpen(batch, intents, batches);
            }
        }
        intents.moveAll(IntentState.GUARDED, IntentState.PLANNED);
        intents.cancelPlanned(cause(), explanation());
        endRun(handle);
        ProposalHead head = ProposalHead.lock(handle, run.org(), run.proposal());
        CommitCounts counts = CommitCountSql.ofProposal(handle, run.org(), run.proposal());
        ProposalState next = proposalState(handle, counts);
        head.become(handle, next);
        head.touch(handle);
        if (next == ProposalState.COMMITTED) {
            UndoProposals.undoes(handle, run.org(), run.proposal())
                    .ifPresent(undone -> UndoProposals.markUndone(handle, run.org(), run.proposal(), undone));
        }
        var details = Map.of("run", run.id(), "ended", state, "proposal", next, "counts", counts);
        audit.append(handle, run.org(), run.startedBy(), "commit.end", run.proposal(), details);
    }

    /** A batch that was never told to start is over; any other stays open, for the next run to settle its job. */
    private static void leaveOpen(Batch batch, IntentTables intents, BatchTables batches) {
        if (batch.state() == BatchState.SENT) {
            intents.takeBack(batch);
            batches.move(batch, BatchState.DONE);
        } else {
            intents.moveBatch(batch, IntentState.SENT, IntentState.UNKNOWN);
        }
    }

    private ProposalState proposalState(Handle handle, CommitCounts counts) {
        int committed = counts.moves().committed() + counts.stamps().committed();
        if (committed == counts.approved()) {
            return ProposalState.COMMITTED;
        }
        return committed > 0 || leftTraces(handle) ? ProposalState.PARTLY_COMMITTED : ProposalState.FAILED;
    }

    /** Whether rows were written that hold something else now, as where a flow of the org changes each. */
    private boolean leftTraces(Handle handle) {
        return Written.of(handle, run.org(), run.proposal()).stream().anyMatch(Written::inOrg);
    }

    private String cause() {
        return switch (state) {
            case FAILED -> problem == null ? "FAILED" : problem.code().id();
            case STOPPED -> "STOPPED";
            case FINISHED, RUNNING -> "TRIED_OFTEN";
        };
    }

    private String explanation() {
        return switch (state) {
            case FAILED -> "Not sent: " + (problem == null ? "the commit failed" : problem.what());
            case STOPPED -> "Not sent: a person stopped the commit";
            case FINISHED, RUNNING ->
                "Not written after " + WriteIntent.MOST_ATTEMPTS + " attempts, each cut off by the org";
        };
    }

    private void endRun(Handle handle) {
        if (!run.state().mayBecome(state)) {
            throw new IllegalStateException("Run " + run.id() + " in " + run.state() + " must not become " + state);
        }
        handle.createUpdate(
                        """
                        UPDATE commit_run SET state = :state, finished_at = :now, problem = :problem
                        WHERE org_id = :org AND id = :run AND state = 'RUNNING'
                        """)
                .bind("state", state)
                .bind("now", now)
                .bind("problem", problem == null ? null : problem.render())
                .bind("org", run.org().value())
                .bind("run", run.id())
                .execute();
    }
}
