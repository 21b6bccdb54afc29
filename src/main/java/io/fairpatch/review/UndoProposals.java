package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.config.CoverageConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.VisitHours;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Proposals that take a committed one back. They go the way of any other: people decide, another than the author
 * approves, the commit guards and reads back.
 */
public final class UndoProposals {
    private UndoProposals() {}

    /** Stores an undo, submitted for review, in the caller's transaction. The undone proposal stays as it is for now. */
    public static ProposalSummary create(
            Handle handle, UndoDraft draft, Person author, OffsetDateTime now, CoverageConfig coverage) {
        ProposalHead undone = ProposalHead.lock(handle, draft.org(), draft.undoes());
        requireUndoable(handle, undone);
        String id = ProposalIds.next(handle, draft.org(), now);
        var insert = new UndoInserts(handle, draft, undone.version(), id);
        insert.proposal(author, now);
        ProposalSummary written = ProposalSummaries.one(handle, draft.org(), draft.undoes());
        insert.version(author, now, written.balance());
        insert.lines();
        insert.accounts();
        insert.books(DecidedBooks.changed(handle, Seen.of(written), new VisitHours(coverage)));
        return ProposalSummaries.one(handle, draft.org(), id);
    }

    /** Refuses with PROPOSAL_STATE when the proposal can't be taken back (any more), or is being taken back already. */
    public static void requireUndoable(Handle handle, ProposalHead undone) {
        if (!undone.state().mayBecome(ProposalState.UNDONE)) {
            throw refused(undone, why(undone.state()));
        }
        underWay(handle, undone.org(), undone.id()).ifPresent(other -> {
            throw refused(undone, "proposal " + other + " is under way to take it back");
        });
    }

    private static String why(ProposalState state) {
        return switch (state) {
            case COMMITTING -> "what of it is in the org is known once its commit has ended";
            case UNDONE -> "it was taken back already";
            case FAILED -> "nothing of it is known to be in the org";
            case COMMITTED, PARTLY_COMMITTED, DRAFT, IN_REVIEW, APPROVED, STALE, WITHDRAWN ->
                "nothing of it is in the org";
        };
    }

    private static RuntimeException refused(ProposalHead undone, String why) {
        return Problem.of(
                        ErrorCode.PROPOSAL_STATE,
                        "Proposal " + undone.id() + " is " + undone.state().words() + " and can't be undone now")
                .because(why)
                .maybe("reload the proposal to see what happened to it")
                .exception();
    }

    /**
     * The undo of a proposal that has not come to its end. One that wrote nothing is none: accounts that changed meanwhile
     * fail it however often it is tried, and another goes by what they hold now.
     */
    public static Optional<String> underWay(Handle handle, SalesforceId org, String undone) {
        return handle.createQuery(
                        """
                        SELECT id FROM proposal WHERE org_id = :org AND undoes = :undone
                        AND state IN ('DRAFT', 'IN_REVIEW', 'APPROVED', 'COMMITTING')
                        ORDER BY created_at DESC LIMIT 1
                        """)
                .bind("org", org.value())
                .bind("undone", undone)
                .mapTo(String.class)
                .findOne();
    }

    /** The proposal that this one takes back; empty for any other. */
    public static Optional<String> undoes(Handle handle, SalesforceId org, String proposal) {
        return handle.createQuery("SELECT undoes FROM proposal WHERE org_id = :org AND id = :id AND undoes IS NOT NULL")
                .bind("org", org.value())
                .bind("id", proposal)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Marks a proposal as taken back, once all that was approved of its undo is in the org. One of which reviewers kept a
     * part, or of which a part changed meanwhile, stays as it is: the rest can be taken back by another undo.
     */
    public static void markUndone(Handle handle, SalesforceId org, String undo, String undone) {
        ProposalHead head = ProposalHead.lock(handle, org, undone);
        if (head.state().mayBecome(ProposalState.UNDONE) && !keepsSome(handle, org, undo)) {
            head.become(handle, ProposalState.UNDONE).touch(handle);
        }
    }

    private static boolean keepsSome(Handle handle, SalesforceId org, String undo) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (
                            SELECT 1 FROM proposal_line l
                            JOIN proposal p ON p.org_id = l.org_id AND p.id = l.proposal_id AND p.version = l.version
                            WHERE l.org_id = :org AND l.proposal_id = :undo AND l.decision <> 'APPROVED')
                        """)
                .bind("org", org.value())
                .bind("undo", undo)
                .mapTo(Boolean.class)
                .one();
    }
}
