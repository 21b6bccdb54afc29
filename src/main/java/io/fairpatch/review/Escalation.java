package io.fairpatch.review;

import io.fairpatch.config.DecidingConfig;
import io.fairpatch.config.WritePolicyConfig;
import org.jdbi.v3.core.Handle;

/**
 * What an edited version weighs: edits may pass a threshold that the first version did not. What was asked for once is
 * never taken back.
 */
final class Escalation {
    private Escalation() {}

    private record Weight(long moves, long cents, long named, int accounts) {}

    static void raise(Handle handle, ProposalHead head, int version, WritePolicyConfig policy) {
        Weight weight = weigh(handle, head, version);
        DecidingConfig deciding = policy.deciding();
        int needed = policy.approvals()
                + Thresholds.further(deciding.furtherApproval(), weight.moves(), weight.cents(), weight.named());
        boolean redesign = deciding.redesign(weight.moves(), weight.accounts());
        handle.createUpdate(
                        """
                        UPDATE proposal SET approvals_needed = greatest(approvals_needed, :needed),
                               redesign = redesign OR :redesign
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("needed", needed)
                .bind("redesign", redesign)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .execute();
        if (redesign && !head.redesign()) {
            onlyHeard(handle, head, version);
        }
    }

    private static Weight weigh(Handle handle, ProposalHead head, int version) {
        return handle.createQuery(
                        """
                        SELECT count(l.account_id) AS moves, coalesce(sum(l.potential_cents), 0) AS cents,
                               count(*) FILTER (WHERE a.named) AS named, max(v.accounts) AS accounts
                        FROM proposal_version v
                        LEFT JOIN proposal_line l ON l.org_id = v.org_id AND l.proposal_id = v.proposal_id
                            AND l.version = v.version AND l.kind = 'MOVE'
                        LEFT JOIN proposal_account a ON a.org_id = l.org_id AND a.proposal_id = l.proposal_id
                            AND a.account_id = l.account_id
                        WHERE v.org_id = :org AND v.proposal_id = :id AND v.version = :version
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", version)
                .map((row, context) -> new Weight(
                        row.getLong("moves"), row.getLong("cents"), row.getLong("named"), row.getInt("accounts")))
                .one();
    }

    /** In a redesign managers are heard and do not decide. */
    private static void onlyHeard(Handle handle, ProposalHead head, int version) {
        handle.createUpdate(
                        """
                        UPDATE proposal_line SET change = 'REDESIGN'
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND kind = 'MOVE'
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", version)
                .execute();
    }
}
