package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Accounts of the copy whose owner is no user of it: to a plan they are without one. */
final class UnknownOwners {
    private static final int MOST = 10_000;

    private UnknownOwners() {}

    /**
     * One note an account.
     *
     * @param stage the table that holds the accounts to look at, as they came; empty for all of them
     */
    static List<RefusedRow> of(Handle handle, SalesforceId org, String stage) {
        // asking the rows that came for unknown owners first leaves next to nothing to look up
        var only = stage.isEmpty()
                ? ""
                : """
                  AND account.id IN (
                      SELECT id FROM %s WHERE owner_id NOT IN (
                          SELECT id FROM org_user WHERE org_id = :org AND deleted_at IS NULL))
                  """
                        .formatted(stage);
        return handle.createQuery(
                        """
                        SELECT account.id, account.owner_id
                        FROM account LEFT JOIN org_user
                          ON org_user.org_id = :org AND org_user.id = account.owner_id AND org_user.deleted_at IS NULL
                        WHERE account.org_id = :org AND account.deleted_at IS NULL
                          AND account.owner_id IS NOT NULL AND org_user.id IS NULL %s
                        ORDER BY account.id LIMIT :most
                        """
                                .formatted(only))
                .bind("org", org.value())
                .bind("most", MOST)
                .map((row, context) -> new RefusedRow(
                        SnapshotTable.ACCOUNT.object(),
                        row.getString("id"),
                        "OwnerId",
                        row.getString("owner_id"),
                        "the owner is no user that this user may see; the account counts as one without",
                        true))
                .list();
    }
}
