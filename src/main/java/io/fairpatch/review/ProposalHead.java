package io.fairpatch.review;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The row of a proposal, locked for the transaction that reads it.
 *
 * @param versionBy name of the person who made the current version: the author, or who edited it last
 * @param redesign whether it moves so much that managers are only heard
 */
public record ProposalHead(
        SalesforceId org,
        String id,
        ProposalState state,
        int version,
        long revision,
        String author,
        int approvalsNeeded,
        int policyVersion,
        @Nullable String fingerprint,
        String versionBy,
        boolean redesign) {

    /** Locks the proposal until the transaction ends, or says PROPOSAL_NOT_FOUND. */
    public static ProposalHead lock(Handle handle, SalesforceId org, String id) {
        return handle.createQuery(
                        """
                        SELECT p.state, p.version, p.revision, p.author, p.approvals_needed, p.policy_version,
                               p.fingerprint, p.redesign, v.created_by
                        FROM proposal p
                        JOIN proposal_version v ON v.org_id = p.org_id AND v.proposal_id = p.id
                            AND v.version = p.version
                        WHERE p.org_id = :org AND p.id = :id FOR UPDATE OF p
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .map((row, context) -> new ProposalHead(
                        org,
                        id,
                        ProposalState.valueOf(row.getString("state")),
                        row.getInt("version"),
                        row.getLong("revision"),
                        row.getString("author"),
                        row.getInt("approvals_needed"),
                        row.getInt("policy_version"),
                        row.getString("fingerprint"),
                        row.getString("created_by"),
                        row.getBoolean("redesign")))
                .findOne()
                .orElseThrow(() -> notFound(id).exception());
    }

    /** Changes the state where the table of states allows it, else says PROPOSAL_STATE. */
    public ProposalHead become(Handle handle, ProposalState next) {
        if (!state.mayBecome(next)) {
            throw Problem.of(
                            ErrorCode.PROPOSAL_STATE,
                            "Proposal " + id + " is " + state.words() + " and can't become " + next.words())
                    .maybe("reload the proposal to see what happened to it")
                    .exception();
        }
        handle.createUpdate("UPDATE proposal SET state = :state WHERE org_id = :org AND id = :id")
                .bind("state", next)
                .bind("org", org.value())
                .bind("id", id)
                .execute();
        return new ProposalHead(
                org,
                id,
                next,
                version,
                revision,
                author,
                approvalsNeeded,
                policyVersion,
                fingerprint,
                versionBy,
                redesign);
    }

    /** Marks the proposal as changed: what others saw of it is now outdated. */
    public void touch(Handle handle) {
        handle.createUpdate("UPDATE proposal SET revision = revision + 1 WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id)
                .execute();
    }

    /** Refuses with PROPOSAL_STALE when the proposal changed since the person saw {@code seen}. */
    void requireRevision(long seen) {
        if (seen != revision) {
            throw Problem.of(ErrorCode.PROPOSAL_STALE, "Proposal " + id + " was changed by someone else meanwhile")
                    .because("you saw revision " + seen + ", it is now at " + revision)
                    .maybe("reload it and decide again")
                    .exception();
        }
    }

    /** Refuses with PROPOSAL_STATE unless the proposal is in one of these states. */
    void requireState(String what, ProposalState... allowed) {
        for (ProposalState each : allowed) {
            if (each == state) {
                return;
            }
        }
        throw Problem.of(ErrorCode.PROPOSAL_STATE, "Proposal " + id + " is " + state.words() + ": can't " + what)
                .maybe(
                        state == ProposalState.DRAFT
                                ? "submit it for review first, on its page or by ./fairpatch submit " + id
                                        + " --as PERSON"
                                : "reload the proposal to see what happened to it")
                .exception();
    }

    static Problem notFound(String id) {
        return Problem.of(ErrorCode.PROPOSAL_NOT_FOUND, "There is no proposal " + id)
                .maybe("leave the id out for the newest, or look it up on the page Proposals (GET /api/v1/proposals)");
    }
}
