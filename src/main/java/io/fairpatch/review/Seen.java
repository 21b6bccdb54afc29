package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import org.jdbi.v3.core.Handle;

/** A proposal as it stands: whatever changes it, or a decision in it, counts the revision up. */
record Seen(SalesforceId org, String id, int version, long revision) {
    /** How it stood when it was read. */
    static Seen of(ProposalSummary proposal) {
        return new Seen(proposal.org(), proposal.id(), proposal.version(), proposal.revision());
    }

    /** How it stands now, or PROPOSAL_NOT_FOUND. */
    static Seen now(Handle handle, SalesforceId org, String id) {
        return handle.createQuery("SELECT version, revision FROM proposal WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id)
                .map((row, context) -> new Seen(org, id, row.getInt("version"), row.getLong("revision")))
                .findOne()
                .orElseThrow(() -> ProposalHead.notFound(id).exception());
    }
}
