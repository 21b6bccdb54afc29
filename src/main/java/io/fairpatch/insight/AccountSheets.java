package io.fairpatch.insight;

import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import io.fairpatch.model.Tier;
import io.fairpatch.store.ScoreStore;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One account of the last scoring. Callers check the right to see. Thread-safe. */
@Singleton
public final class AccountSheets {
    private final Jdbi jdbi;
    private final ScoreStore scores;

    public AccountSheets(Jdbi jdbi, ScoreStore scores) {
        this.jdbi = jdbi;
        this.scores = scores;
    }

    /** Empty when the last scoring has no such account, or the org has it no longer. */
    public Optional<AccountSheet> find(SalesforceId org, SalesforceId account) {
        return scores.find(org, account)
                .flatMap(score -> jdbi.withHandle(h -> h.createQuery(
                                """
                                SELECT a.*, rep.name AS rep_name, owner.name AS owner_name
                                FROM account a
                                LEFT JOIN org_user rep ON rep.org_id = a.org_id AND rep.id = a.territory_rep
                                LEFT JOIN org_user owner ON owner.org_id = a.org_id AND owner.id = a.owner_id
                                WHERE a.org_id = :org AND a.id = :account AND a.deleted_at IS NULL
                                """)
                        .bind("org", org.value())
                        .bind("account", account.value())
                        .map((row, context) -> sheet(row, score, earlier(h, org, account)))
                        .findOne()));
    }

    private static AccountSheet sheet(ResultSet row, AccountScore score, List<AccountSheet.Earlier> earlier)
            throws SQLException {
        return new AccountSheet(
                row.getString("name"),
                row.getString("industry"),
                row.getObject("employees", Integer.class),
                Stream.of(row.getString("city"), row.getString("state"), row.getString("country"))
                        .filter(Objects::nonNull)
                        .toList(),
                row.getString("churn_risk"),
                row.getString("owner_name"),
                row.getString("rep_name"),
                territory(row),
                score,
                earlier);
    }

    private static List<AccountSheet.Earlier> earlier(Handle handle, SalesforceId org, SalesforceId account) {
        return handle.createQuery(
                        """
                        SELECT run.scored_at, run.model_version, s.score, s.tier, s.potential_cents
                        FROM account_score s JOIN score_run run ON run.org_id = s.org_id AND run.id = s.score_run_id
                        WHERE s.org_id = :org AND s.account_id = :account
                          AND s.score_run_id < (SELECT max(id) FROM score_run WHERE org_id = :org)
                        ORDER BY s.score_run_id DESC LIMIT 10
                        """)
                .bind("org", org.value())
                .bind("account", account.value())
                .map((row, context) -> new AccountSheet.Earlier(
                        row.getTimestamp("scored_at").toInstant(),
                        row.getInt("model_version"),
                        row.getDouble("score"),
                        Tier.valueOf(row.getString("tier")),
                        row.getLong("potential_cents")))
                .list();
    }

    private static TerritoryFields territory(ResultSet row) throws SQLException {
        String rep = row.getString("territory_rep");
        return new TerritoryFields(
                row.getString("territory"),
                rep == null ? null : SalesforceId.of(rep),
                row.getObject("territory_assigned_date", LocalDate.class),
                row.getObject("territory_score", Double.class),
                row.getString("territory_tier"),
                row.getString("territory_reason"),
                row.getString("territory_commit"));
    }
}
