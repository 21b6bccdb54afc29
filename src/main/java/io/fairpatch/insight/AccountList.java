package io.fairpatch.insight;

import io.fairpatch.model.Grade;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The accounts of the last scoring, ranked. Callers check the right to see. Thread-safe. */
@Singleton
public final class AccountList {
    /** Most rows of one page. */
    public static final int MOST_ROWS = 500;

    /** The accounts that match but for the filter's kind; takes the values of {@link #bind}. */
    private static final String FROM =
            """
             FROM account_score s
             JOIN account a ON a.org_id = s.org_id AND a.id = s.account_id AND a.deleted_at IS NULL
             LEFT JOIN named_user rep ON rep.org_id = a.org_id AND rep.id = a.territory_rep
             LEFT JOIN named_user owner ON owner.org_id = a.org_id AND owner.id = a.owner_id
             CROSS JOIN LATERAL (
               SELECT EXISTS (SELECT FROM opportunity o WHERE o.org_id = s.org_id AND o.account_id = s.account_id
                              AND o.closed AND NOT o.won AND o.deleted_at IS NULL)
                  AND NOT EXISTS (SELECT FROM opportunity o WHERE o.org_id = s.org_id AND o.account_id = s.account_id
                                  AND NOT o.closed AND o.deleted_at IS NULL) AS lost) deals
             WHERE s.org_id = :org AND s.score_run_id = (SELECT max(id) FROM score_run WHERE org_id = :org)
               AND (CAST(:tier AS text) IS NULL OR s.tier = :tier)
               AND (CAST(:grade AS text) IS NULL OR s.grade = :grade)
               AND (CAST(:text AS text) IS NULL OR position(lower(:text) IN lower(concat_ws(chr(10),
                   a.name, a.id, a.territory, rep.name, owner.name))) > 0)
            """;

    private static final String IN_KIND =
            """
             CASE CAST(:kind AS text) WHEN 'CUSTOMERS' THEN s.customer
               WHEN 'NEW_BUSINESS' THEN NOT s.customer AND NOT deals.lost ELSE true END
            """;

    private static final String COLUMNS =
            """
            SELECT s.account_id, a.name, a.territory, rep.name AS rep_name, owner.name AS owner_name, s.customer,
                   s.score, s.tier, s.grade, s.potential_cents,
                   coalesce((SELECT reason ->> 'sentence' FROM jsonb_array_elements(s.reasons) reason
                             ORDER BY CAST(reason ->> 'points' AS double precision) DESC LIMIT 1), '') AS main_reason
            """;

    private final Jdbi jdbi;

    public AccountList(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The accounts that match, sorted, one page of them; none when the org was never scored.
     *
     * @param offset rows to leave out, from 0
     * @param limit most rows, 1 to {@value #MOST_ROWS}
     */
    public AccountPage page(SalesforceId org, AccountFilter filter, AccountSort sort, int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("The page (offset " + offset + ", limit " + limit
                    + ") must start at 0 or later and hold 1 to " + MOST_ROWS + " rows");
        }
        return jdbi.withHandle(h -> counted(h, org, filter, rows(h, org, filter, sort, offset, limit)));
    }

    /** All accounts that match, sorted, without counting what was left out; at most so many. */
    public List<AccountRow> first(SalesforceId org, AccountFilter filter, AccountSort sort, int most) {
        return jdbi.withHandle(h -> rows(h, org, filter, sort, 0, most));
    }

    private static List<AccountRow> rows(
            Handle handle, SalesforceId org, AccountFilter filter, AccountSort sort, int offset, int limit) {
        String query = COLUMNS + FROM + "AND" + IN_KIND + sort.orderBy() + "LIMIT :limit OFFSET :offset";
        return bind(handle.createQuery(query), org, filter)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> account(row))
                .list();
    }

    private static AccountPage counted(Handle handle, SalesforceId org, AccountFilter filter, List<AccountRow> rows) {
        String counts =
                """
                SELECT count(*) FILTER (WHERE kept) AS total,
                       count(*) FILTER (WHERE NOT kept AND customer) AS customers,
                       count(*) FILTER (WHERE NOT kept AND NOT customer AND lost) AS lost
                FROM (SELECT s.customer, deals.lost,\
                """
                        + IN_KIND + " AS kept" + FROM + ") matching";
        return bind(handle.createQuery(counts), org, filter)
                .map((row, context) ->
                        new AccountPage(rows, row.getInt("total"), row.getInt("customers"), row.getInt("lost")))
                .one();
    }

    private static Query bind(Query query, SalesforceId org, AccountFilter filter) {
        String text = filter.text() == null || filter.text().isBlank()
                ? null
                : filter.text().strip();
        return query.bind("org", org.value())
                .bind("tier", name(filter.tier()))
                .bind("grade", name(filter.grade()))
                .bind("text", text)
                .bind("kind", filter.kind().name());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(
                SalesforceId.of(row.getString("account_id")),
                row.getString("name"),
                row.getString("territory"),
                row.getString("rep_name"),
                row.getString("owner_name"),
                row.getBoolean("customer"),
                row.getDouble("score"),
                Tier.valueOf(row.getString("tier")),
                Grade.valueOf(row.getString("grade")),
                row.getLong("potential_cents"),
                row.getString("main_reason"));
    }
}
