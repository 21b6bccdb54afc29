package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import org.jdbi.v3.core.Handle;

/** Sums contacts and activities up by account. */
final class Engagement {
    private Engagement() {}

    static void replace(Handle transaction, SalesforceId org) {
        transaction
                .createUpdate("DELETE FROM engagement WHERE org_id = :org")
                .bind("org", org.value())
                .execute();
        transaction
                .createUpdate(
                        """
                        WITH done AS (
                            SELECT account_id, what_id, on_date FROM task WHERE org_id = :org AND deleted_at IS NULL
                            UNION ALL
                            SELECT account_id, what_id, on_date FROM event WHERE org_id = :org AND deleted_at IS NULL
                        ), activity AS (
                            SELECT coalesce(done.account_id, deal.account_id, done.what_id) AS account_id,
                                   max(done.on_date) AS last_activity
                            FROM done LEFT JOIN opportunity AS deal ON deal.org_id = :org AND deal.id = done.what_id
                            GROUP BY 1
                        ), people AS (
                            SELECT account_id, count(*) AS contacts
                            FROM contact WHERE org_id = :org AND deleted_at IS NULL GROUP BY account_id
                        )
                        INSERT INTO engagement (org_id, account_id, contacts, last_activity)
                        SELECT :org, account.id, coalesce(people.contacts, 0), activity.last_activity
                        FROM people FULL JOIN activity ON activity.account_id = people.account_id
                        JOIN account ON account.org_id = :org
                          AND account.id = coalesce(people.account_id, activity.account_id)
                        WHERE account.deleted_at IS NULL
                          AND (people.contacts > 0 OR activity.last_activity IS NOT NULL)
                        """)
                .bind("org", org.value())
                .execute();
    }
}
