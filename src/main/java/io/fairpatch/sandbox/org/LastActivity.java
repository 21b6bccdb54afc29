package io.fairpatch.sandbox.org;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account's last activity: the latest day of its events and closed tasks. */
final class LastActivity {
    private final Org org;

    LastActivity(Org org) {
        this.org = org;
    }

    /** Fills the field, unless it was given. */
    void fill(@Nullable LoadedTable accounts) {
        if (accounts == null || accounts.has("LastActivityDate")) {
            return;
        }
        var days = new HashMap<String, Integer>();
        collect("Task", days);
        collect("Event", days);
        int column = accounts.type().require("LastActivityDate").column();
        for (var values : accounts.rows()) {
            values[column] = days.get(String.valueOf(values[0]));
        }
    }

    private void collect(String object, Map<String, Integer> days) {
        var table = org.table(object);
        var type = table.type();
        var closed = type.field("IsClosed");
        for (var row : table.rows()) {
            boolean counts = closed.isEmpty() || Boolean.TRUE.equals(row.get(closed.get()));
            if (counts
                    && row.get(type.require("AccountId")) instanceof String account
                    && row.get(type.require("ActivityDate")) instanceof Integer day) {
                days.merge(account, day, Math::max);
            }
        }
    }
}
