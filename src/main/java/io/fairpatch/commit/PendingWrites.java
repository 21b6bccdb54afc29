package io.fairpatch.commit;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What a proposal would still change in the org. Callers check the right to see. Thread-safe. */
@Singleton
public final class PendingWrites {
    private final Jdbi jdbi;

    public PendingWrites(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Lines that are neither declined, deferred nor committed, those worth most first; none once the proposal has ended. */
    public List<PendingWrite> of(ProposalSummary proposal) {
        if (ended(proposal.state())) {
            return List.of();
        }
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT account_id, account_name, kind, decision, from_name, to_name, before, after
                        FROM proposal_line l
                        WHERE org_id = :org AND proposal_id = :proposal AND version = :version
                        AND decision NOT IN ('DECLINED', 'DEFERRED')
                        AND %s
                        ORDER BY kind, worth DESC, account_id
                        """
                                .formatted(NotWritten.YET))
                .bind("org", proposal.org().value())
                .bind("proposal", proposal.id())
                .bind("version", proposal.version())
                .map((row, context) -> pending(row))
                .list());
    }

    private static boolean ended(ProposalState state) {
        return switch (state) {
            case UNDONE, STALE, WITHDRAWN -> true;
            case DRAFT, IN_REVIEW, APPROVED, COMMITTING, COMMITTED, PARTLY_COMMITTED, FAILED -> false;
        };
    }

    private static PendingWrite pending(ResultSet row) throws SQLException {
        return new PendingWrite(
                SalesforceId.of(row.getString("account_id")),
                row.getString("account_name"),
                LineKind.valueOf(row.getString("kind")),
                Decision.valueOf(row.getString("decision")),
                row.getString("from_name"),
                row.getString("to_name"),
                PendingWrite.changes(
                        FieldValues.parse(row.getString("before")), FieldValues.parse(row.getString("after"))));
    }
}
