package io.fairpatch.store;

import io.fairpatch.model.Account;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The rows of a copy, read in one transaction so that they belong together. */
record SnapshotRows(List<Account> accounts, List<Opportunity> opportunities, List<OrgUser> users) {
    private static final int FETCH = 5_000;
    private static final String ACCOUNTS =
            """
            SELECT account.*, coalesce(contacts, 0) AS contacts, last_activity
            FROM account LEFT JOIN engagement
              ON engagement.org_id = account.org_id AND engagement.account_id = account.id
            WHERE account.org_id = :org AND deleted_at IS NULL
            """;

    /** @param year the first day of the fiscal year whose forecast quotas count */
    static SnapshotRows read(Jdbi jdbi, SalesforceId org, LocalDate year) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            handle.setReadOnly(true);
            return new SnapshotRows(accounts(handle, org), opportunities(handle, org), users(handle, org, year));
        });
    }

    private static List<Account> accounts(Handle handle, SalesforceId org) {
        var facts = Facts.of(handle, org, "Account");
        return list(handle, org, ACCOUNTS + "ORDER BY id COLLATE \"C\"", (row, context) -> new Columns(row, facts)
                .account());
    }

    static Optional<Account> account(Handle handle, SalesforceId org, SalesforceId id) {
        var facts = Facts.of(handle, org, "Account", id);
        return handle.createQuery(ACCOUNTS + "AND id = :id")
                .bind("org", org.value())
                .bind("id", id.value())
                .map((row, context) -> new Columns(row, facts).account())
                .findOne();
    }

    private static List<Opportunity> opportunities(Handle handle, SalesforceId org) {
        var none = new Facts();
        return list(
                handle,
                org,
                """
                SELECT * FROM opportunity WHERE org_id = :org AND deleted_at IS NULL ORDER BY id COLLATE "C"
                """,
                (row, context) -> new Columns(row, none).opportunity());
    }

    private static List<OrgUser> users(Handle handle, SalesforceId org, LocalDate year) {
        var facts = Facts.of(handle, org, "User");
        return handle.createQuery(
                        """
                        SELECT org_user.*, named_user.name AS called, forecast_cents
                        FROM org_user JOIN named_user USING (org_id, id) LEFT JOIN (
                            SELECT owner_id, CAST(sum(amount_cents) AS bigint) AS forecast_cents FROM forecast_quota
                            WHERE org_id = :org AND deleted_at IS NULL AND start_date >= :from AND start_date < :upto
                            GROUP BY owner_id) AS forecast ON forecast.owner_id = org_user.id
                        WHERE org_user.org_id = :org AND org_user.deleted_at IS NULL
                        ORDER BY org_user.id COLLATE "C"
                        """)
                .bind("org", org.value())
                .bind("from", year)
                .bind("upto", year.plusYears(1))
                .map((row, context) -> new Columns(row, facts).user())
                .list();
    }

    private static <T> List<T> list(Handle handle, SalesforceId org, String sql, RowMapper<T> mapper) {
        return handle.createQuery(sql)
                .bind("org", org.value())
                .setFetchSize(FETCH)
                .map(mapper)
                .list();
    }
}
