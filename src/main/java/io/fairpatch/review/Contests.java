package io.fairpatch.review;

import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;

/** Accounts that managers disagree on: when no approver decides in time, they stay where they are. */
final class Contests {
    private Contests() {}

    /** Declines what is contested and over its deadline; returns how many. */
    static int expire(Handle handle, ProposalHead head, OffsetDateTime now) {
        if (head.state() != ProposalState.IN_REVIEW) {
            return 0;
        }
        return handle.createUpdate(
                        """
                        UPDATE proposal_line SET decision = 'DECLINED', decided_by = 'fairpatch', decided_at = :now,
                               decline_reason = 'Contested, and no approver decided before the deadline: it stays'
                        WHERE org_id = :org AND proposal_id = :id AND version = :version
                        AND change = 'CONTESTED' AND decision = 'UNDECIDED' AND contested_by < :now
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .bind("now", now)
                .execute();
    }
}
