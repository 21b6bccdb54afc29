package io.fairpatch.sync.readiness;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.sync.readiness.ReadinessReport.Owners;
import io.fairpatch.sync.readiness.ReadinessReport.Share;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What the last copy says about itself. */
final class ReadinessQueries {
    private static final int FETCH = 5_000;
    private static final int SHARES = 25;
    private static final int SAMPLE = 20;

    private final Jdbi jdbi;

    ReadinessQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Number of the last file that was taken; 0 when none was. */
    long lastImport(SalesforceId org) {
        return one(org, "SELECT coalesce(max(id), 0) FROM import_run WHERE org_id = :org", Long.class);
    }

    /** Number of the last scoring; 0 when there was none. */
    long lastScoring(SalesforceId org) {
        return one(org, "SELECT coalesce(max(id), 0) FROM score_run WHERE org_id = :org", Long.class);
    }

    /** What no plan can do without. Standard fields alone are enough. */
    List<String> missing(SalesforceId org) {
        var missing = new ArrayList<String>();
        if (!any(org, "SELECT FROM account WHERE org_id = :org AND deleted_at IS NULL")) {
            missing.add("accounts: the copy has none");
        }
        if (!any(
                org,
                """
                SELECT FROM org_user AS who WHERE org_id = :org AND deleted_at IS NULL AND active
                  AND (user_type IS NULL OR user_type = 'Standard')
                  AND (role IS NOT NULL OR manager_id IS NOT NULL
                       OR EXISTS (SELECT FROM account WHERE org_id = :org AND owner_id = who.id)
                       OR EXISTS (SELECT FROM opportunity WHERE org_id = :org AND owner_id = who.id))
                """)) {
            missing.add("ownership: no active user owns an account or a deal, has a sales role or a manager");
        }
        if (!any(org, "SELECT FROM opportunity WHERE org_id = :org AND deleted_at IS NULL AND amount_cents > 0")
                && !any(
                        org,
                        """
                        SELECT FROM account WHERE org_id = :org AND deleted_at IS NULL
                          AND (company_revenue_cents > 0 OR current_revenue_cents > 0 OR expansion_cents > 0
                               OR employees > 0)
                        """)
                && !any(
                        org,
                        """
                        SELECT FROM imported_fact WHERE org_id = :org
                          AND field IN ('companyRevenue', 'currentRevenue', 'expansion')
                        """)) {
            missing.add("opportunity history or revenue: no deal has an amount and no account a revenue"
                    + " or a number of employees, so that nothing says what an account is worth");
        }
        return missing;
    }

    private boolean any(SalesforceId org, String rows) {
        return one(org, "SELECT EXISTS (" + rows + ")", Boolean.class);
    }

    private <T> T one(SalesforceId org, String sql, Class<T> type) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("org", org.value()).mapTo(type).one());
    }

    Owners owners(SalesforceId org) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery(
                                """
                                SELECT count(*) AS accounts,
                                       count(*) FILTER (WHERE owner_id IS NULL) AS nobody,
                                       count(*) FILTER (WHERE owner.id IS NOT NULL AND NOT owner.active) AS inactive,
                                       count(*) FILTER (WHERE owner_id IS NOT NULL AND owner.id IS NULL) AS unknown
                                FROM account LEFT JOIN org_user AS owner
                                  ON owner.org_id = account.org_id AND owner.id = owner_id AND owner.deleted_at IS NULL
                                WHERE account.org_id = :org AND account.deleted_at IS NULL
                                """),
                        org)
                .map((row, context) -> new Owners(
                        row.getLong("accounts"),
                        row.getLong("nobody"),
                        row.getLong("inactive"),
                        row.getLong("unknown")))
                .one());
    }

    /** Accounts with what tells them apart; worth is what is known of them and hangs on them. */
    List<Candidate> candidates(SalesforceId org) {
        return jdbi.inTransaction(handle -> bound(
                        handle.createQuery(
                                """
                                SELECT account.id, name, website, postal_code, city,
                                       num_nonnulls(owner_id, industry, employees, company_revenue_cents,
                                         current_revenue_cents, website, postal_code, territory)
                                       + CASE WHEN owner.active THEN 5 ELSE 0 END
                                       + least(coalesce(contacts, 0), 10)
                                       + CASE WHEN last_activity IS NULL THEN 0 ELSE 3 END
                                       + least(coalesce(deals, 0), 20) AS worth
                                FROM account
                                LEFT JOIN engagement
                                  ON engagement.org_id = account.org_id AND engagement.account_id = account.id
                                LEFT JOIN (SELECT id AS user_id, active FROM org_user WHERE org_id = :org) AS owner
                                  ON owner.user_id = owner_id
                                LEFT JOIN (SELECT account_id AS dealt, count(*) AS deals FROM opportunity
                                           WHERE org_id = :org AND deleted_at IS NULL GROUP BY 1) AS history
                                  ON history.dealt = account.id
                                WHERE account.org_id = :org AND deleted_at IS NULL
                                """),
                        org)
                .setFetchSize(FETCH)
                .map((row, context) -> Candidate.of(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("website"),
                        row.getString("postal_code"),
                        row.getString("city"),
                        row.getInt("worth")))
                .list());
    }

    /** @param by a column or an expression of ours, never of a user */
    List<Share> shares(SalesforceId org, String by) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery(
                                """
                                SELECT coalesce(%s, 'not filled') AS name, count(*) AS accounts,
                                       coalesce(sum(potential_cents), 0) AS potential
                                FROM account_known AS account LEFT JOIN account_score AS score
                                  ON score.org_id = account.org_id AND score.account_id = account.id
                                 AND score.score_run_id = (SELECT max(id) FROM score_run WHERE org_id = :org)
                                WHERE account.org_id = :org AND deleted_at IS NULL
                                GROUP BY 1 ORDER BY 3 DESC, 2 DESC, 1 LIMIT :most
                                """
                                        .formatted(by)),
                        org)
                .bind("most", SHARES)
                .map((row, context) -> new Share(
                        row.getString("name"),
                        row.getLong("accounts"),
                        row.getBigDecimal("potential").longValue()))
                .list());
    }

    long unplaced(SalesforceId org) {
        return one(
                org,
                "SELECT count(*) FROM account_place WHERE org_id = :org AND deleted_at IS NULL AND latitude IS NULL",
                Long.class);
    }

    List<String> unplacedSample(SalesforceId org) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery(
                                """
                                SELECT name || coalesce(', ' || nullif(concat_ws(' ', postal_code, city, state, country), ''), '')
                                FROM account JOIN account_place AS place USING (org_id, id)
                                WHERE org_id = :org AND account.deleted_at IS NULL AND place.latitude IS NULL
                                ORDER BY id COLLATE "C" LIMIT :most
                                """),
                        org)
                .bind("most", SAMPLE)
                .mapTo(String.class)
                .list());
    }

    long refusedRows(SalesforceId org, long run) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery(
                                "SELECT count(*) FROM refused_row WHERE org_id = :org AND run_id = :run AND NOT kept"),
                        org)
                .bind("run", run)
                .mapTo(Long.class)
                .one());
    }

    private static Query bound(Query query, SalesforceId org) {
        return query.bind("org", org.value());
    }
}
