package io.fairpatch.insight;

import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import io.fairpatch.store.ScoreStore;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
                        .map((row, context) -> sheet(row, score))
                        .findOne()));
    }

    private static AccountSheet sheet(ResultSet row, AccountScore score) throws SQLException {
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
                score);
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
