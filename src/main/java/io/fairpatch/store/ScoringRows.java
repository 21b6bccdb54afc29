package io.fairpatch.store;

import io.fairpatch.model.Account;
import io.fairpatch.model.DealSums;
import io.fairpatch.model.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The accounts of the last copy with the sums of their closed deals, row by row: the database sums up, and an org of a
 * million accounts needs no more memory than a small one. Sums are of whole numbers, which a double holds exactly and adds
 * up faster than PostgreSQL's numeric. One moment's view; for one thread.
 */
public final class ScoringRows {
    private static final int FETCH = 5_000;
    private static final String SUMS =
            """
            CREATE TEMPORARY TABLE deal_sums ON COMMIT DROP AS
            SELECT account_id, count(*) FILTER (WHERE counts) AS deals,
                   count(*) FILTER (WHERE counts AND won) AS wins,
                   count(*) FILTER (WHERE counts AND won AND amount > 0) AS valued,
                   coalesce(sum(CAST(amount AS double precision)) FILTER (WHERE counts AND won AND amount > 0), 0) AS won_cents,
                   coalesce(sum(round(log * 1e8)) FILTER (WHERE counts AND won AND amount > 0), 0) AS sum_log,
                   coalesce(sum(round(log * log * 1e8)) FILTER (WHERE counts AND won AND amount > 0), 0)
                     AS sum_log_squared,
                   coalesce(sum(CAST(amount AS double precision)) FILTER (WHERE won AND last_year), 0) AS won_last_year,
                   coalesce(sum(CAST(amount AS double precision)) FILTER (WHERE won AND NOT last_year AND year_before), 0) AS won_year_before
            FROM (SELECT account_id, won, amount_cents AS amount, close_date > :start AS counts,
                         close_date > :lastYear AS last_year, close_date > :yearBefore AS year_before,
                         ln(CAST(greatest(amount_cents, 1) AS double precision)) AS log
                  FROM opportunity
                  WHERE org_id = :org AND deleted_at IS NULL AND closed AND close_date <= :end
                    AND account_id IS NOT NULL) AS deal
            GROUP BY account_id
            """;
    private static final String ROWS =
            """
            SELECT account.id, type, industry, employees, company_revenue_cents, current_revenue_cents, expansion_cents,
                   country, state, intent, headcount_growth, strategic, churn_risk, coalesce(contacts, 0) AS contacts,
                   last_activity, deal_sums.*
            FROM account
            LEFT JOIN engagement ON engagement.org_id = account.org_id AND engagement.account_id = account.id
            LEFT JOIN deal_sums ON deal_sums.account_id = account.id
            WHERE account.org_id = :org AND deleted_at IS NULL
            """;

    private final Handle handle;
    private final SalesforceId org;

    private ScoringRows(Handle handle, SalesforceId org) {
        this.handle = handle;
        this.org = org;
    }

    /**
     * Sums the deals up, then lets the rows be read as often as wanted.
     *
     * @param end last day that counts
     * @param months length of the window of deals that count for win rates
     */
    public static void read(Jdbi jdbi, SalesforceId org, LocalDate end, int months, Consumer<ScoringRows> reader) {
        // a connection of its own, since scores may be copied in on the caller's meanwhile
        try (Handle own = jdbi.open()) {
            own.useTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
                handle.createUpdate(SUMS)
                        .bind("org", org.value())
                        .bind("end", end)
                        .bind("start", end.minusMonths(months))
                        .bind("lastYear", end.minusMonths(12))
                        .bind("yearBefore", end.minusMonths(24))
                        .execute();
                handle.execute("ANALYZE deal_sums");
                reader.accept(new ScoringRows(handle, org));
            });
        }
    }

    /** Gives every account, of which only what a score is made of is filled in, with the sums of its deals. */
    public void each(BiConsumer<Account, DealSums> reader) {
        var facts = Facts.of(handle, org, "Account");
        try (var rows = handle.createQuery(ROWS)
                .bind("org", org.value())
                .setFetchSize(FETCH)
                .map((row, context) -> {
                    reader.accept(new Columns(row, facts).scored(), sums(row));
                    return 1;
                })
                .iterator()) {
            while (rows.hasNext()) {
                rows.next();
            }
        }
    }

    private static DealSums sums(ResultSet row) throws SQLException {
        if (row.getLong("deals") == 0 && row.getString("account_id") == null) {
            return DealSums.NONE;
        }
        return new DealSums(
                row.getLong("deals"),
                row.getLong("wins"),
                row.getLong("valued"),
                (long) row.getDouble("won_cents"),
                (long) row.getDouble("sum_log"),
                (long) row.getDouble("sum_log_squared"),
                (long) row.getDouble("won_last_year"),
                (long) row.getDouble("won_year_before"));
    }
}
