package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What users of the org are called. */
public final class UserNames {
    private UserNames() {}

    /** Names by id, as copied from the org; an id that the copy lacks is absent. */
    public static Map<String, String> of(Handle handle, SalesforceId org, List<String> users) {
        return handle.createQuery("SELECT id, name FROM named_user WHERE org_id = :org AND id = ANY(:users)")
                .bind("org", org.value())
                .bind("users", users.toArray(String[]::new))
                .reduceRows(new HashMap<String, String>(), (names, row) -> {
                    names.put(row.getColumn("id", String.class), row.getColumn("name", String.class));
                    return names;
                });
    }
}
