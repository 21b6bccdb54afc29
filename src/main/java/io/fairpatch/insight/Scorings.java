package io.fairpatch.insight;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The last scoring, counted. Callers check the right to see. Thread-safe. */
@Singleton
public final class Scorings {
    private final Jdbi jdbi;

    public Scorings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Empty when the org was never scored. */
    public Optional<Scoring> last(SalesforceId org) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT id, model_version, scored_at,
                               (SELECT count(*) FROM account WHERE org_id = :org AND deleted_at IS NULL) AS accounts
                        FROM score_run WHERE org_id = :org ORDER BY id DESC LIMIT 1
                        """)
                .bind("org", org.value())
                .map((row, context) -> new Scoring(
                        row.getInt("model_version"),
                        row.getTimestamp("scored_at").toInstant(),
                        row.getLong("accounts"),
                        cells(h, org, row.getLong("id"))))
                .findOne());
    }

    private static List<Scoring.Cell> cells(Handle handle, SalesforceId org, long run) {
        return handle.createQuery(
                        """
                        SELECT least(9, CAST(floor(s.score / 10) AS integer)) AS ten, s.tier, count(*) AS accounts,
                               count(*) FILTER (WHERE cardinality(s.assumptions) = 0) AS full_data,
                               count(*) FILTER (WHERE s.customer) AS customers,
                               sum(s.potential_cents) AS potential
                        FROM account_score s
                        JOIN account a ON a.org_id = s.org_id AND a.id = s.account_id AND a.deleted_at IS NULL
                        WHERE s.org_id = :org AND s.score_run_id = :run
                        GROUP BY ten, s.tier ORDER BY ten, s.tier
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .map((row, context) -> cell(row))
                .list();
    }

    private static Scoring.Cell cell(ResultSet row) throws SQLException {
        return new Scoring.Cell(
                row.getInt("ten"),
                Tier.valueOf(row.getString("tier")),
                row.getLong("accounts"),
                row.getLong("full_data"),
                row.getLong("customers"),
                row.getLong("potential"));
    }
}
