package io.fairpatch.commit;

import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/** What hangs on the accounts that a proposal moves, by our copy of the org as of the last sync. Thread-safe. */
@Singleton
public final class Touched {
    private final Jdbi jdbi;

    public Touched(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Counts over all accounts that approved moves concern which are still to be written.
     *
     * @param openDeals opportunities that are not closed
     * @param associations with the org's own territories
     * @param ruleMade those of them that an assignment rule made
     */
    public record Counts(int accounts, int openDeals, int contacts, int associations, int ruleMade) {}

    /** Of the approved moves of the proposal's version that no commit has written. */
    public Counts by(ProposalSummary proposal) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        WITH moved AS (
                            SELECT account_id FROM proposal_line l
                            WHERE org_id = :org AND proposal_id = :proposal AND version = :version
                            AND kind = 'MOVE' AND decision = 'APPROVED' AND %s)
                        SELECT (SELECT count(*) FROM moved) AS accounts,
                            (SELECT count(*) FROM opportunity o JOIN moved USING (account_id)
                             WHERE o.org_id = :org AND NOT o.closed AND o.deleted_at IS NULL) AS deals,
                            (SELECT count(*) FROM contact c JOIN moved USING (account_id)
                             WHERE c.org_id = :org AND c.deleted_at IS NULL) AS contacts,
                            (SELECT count(*) FROM territory_association t JOIN moved USING (account_id)
                             WHERE t.org_id = :org AND t.deleted_at IS NULL) AS associations,
                            (SELECT count(*) FROM territory_association t JOIN moved USING (account_id)
                             WHERE t.org_id = :org AND t.deleted_at IS NULL
                             AND t.cause = 'Territory2AssignmentRule') AS rules
                        """
                                .formatted(NotWritten.YET))
                .bind("org", proposal.org().value())
                .bind("proposal", proposal.id())
                .bind("version", proposal.version())
                .map((row, context) -> counts(row))
                .one());
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("accounts"),
                row.getInt("deals"),
                row.getInt("contacts"),
                row.getInt("associations"),
                row.getInt("rules"));
    }
}
