package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import org.jdbi.v3.core.Handle;

/** Sums staged contacts and activities up by account. */
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
                        WITH activity AS (
                            SELECT coalesce(staged.account_id, deal.account_id, staged.what_id) AS account_id,
                                   max(staged.on_date) AS last_activity
                            FROM stage_activity AS staged
                            LEFT JOIN stage_opportunity AS deal ON deal.id = staged.what_id
                            GROUP BY 1
                        ), contact AS (
                            SELECT account_id, count(*) AS contacts FROM stage_contact GROUP BY account_id
                        )
                        INSERT INTO engagement (org_id, account_id, contacts, last_activity)
                        SELECT :org, account.id, coalesce(contact.contacts, 0), activity.last_activity
                        FROM (SELECT DISTINCT id FROM stage_account) AS account
                        LEFT JOIN contact ON contact.account_id = account.id
                        LEFT JOIN activity ON activity.account_id = account.id
                        WHERE contact.contacts > 0 OR activity.last_activity IS NOT NULL
                        """)
                .bind("org", org.value())
                .execute();
    }
}
