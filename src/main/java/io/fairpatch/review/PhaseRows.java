package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of a phase beside those of a version. */
final class PhaseRows {
    private final Handle handle;
    private final ProposalHead head;

    /** @param head of the proposal that is parted */
    PhaseRows(Handle handle, ProposalHead head) {
        this.handle = handle;
        this.head = head;
    }

    /** A version of a proposal that another goes on from. */
    record Source(String proposal, int version) {}

    /** Takes moves that wait out of a version. */
    void leave(int version, List<SalesforceId> waiting) {
        for (String table : List.of("proposal_line", "proposal_voice")) {
            update("DELETE FROM " + table + " WHERE org_id = :org AND proposal_id = :id AND version = :version"
                            + " AND account_id = ANY(:accounts)")
                    .bind("version", version)
                    .bind("accounts", LineSql.accounts(waiting))
                    .execute();
        }
        update("UPDATE proposal SET phase_of = coalesce(phase_of, id) WHERE org_id = :org AND id = :id")
                .execute();
    }

    /** The proposal of a later phase, a draft by the same author that asks for as many approvals. */
    void proposal(String id, OffsetDateTime now) {
        update(
                        """
                        INSERT INTO proposal (org_id, id, snapshot_id, author, author_name, created_at, state, version,
                                              revision, approvals_needed, policy_version, redesign, phase_of)
                        SELECT org_id, :phase, snapshot_id, author, author_name, :now, 'DRAFT', 1,
                               1, approvals_needed, policy_version, redesign, phase_of
                        FROM proposal WHERE org_id = :org AND id = :id
                        """)
                .bind("phase", id)
                .bind("now", now)
                .execute();
    }

    /** What the phase was planned on: the accounts as the phase before leaves them. */
    void accounts(String id, Source before) {
        update(
                        CopiedAccounts.sql(
                                "coalesce(l.to_rep, a.rep_id)",
                                """
                        LEFT JOIN proposal_line l ON l.org_id = a.org_id AND l.proposal_id = a.proposal_id
                            AND l.account_id = a.account_id AND l.version = :version
                        """))
                .bind("copy", id)
                .bind("original", before.proposal())
                .bind("version", before.version())
                .execute();
    }

    private Update update(String sql) {
        return handle.createUpdate(sql).bind("org", head.org().value()).bind("id", head.id());
    }
}
