package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.ObjectType;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account's last activity: the latest day of its events and closed tasks. */
final class LastActivity {
    static final String FIELD = "LastActivityDate";

    private final Org org;

    LastActivity(Org org) {
        this.org = org;
    }

    /** Fills the field, unless it was given. */
    void fill(@Nullable LoadedTable accounts) {
        if (accounts == null || accounts.has(FIELD)) {
            return;
        }
        var days = new HashMap<String, Integer>();
        collect("Task", days);
        collect("Event", days);
        int column = accounts.type().require(FIELD).column();
        for (var values : accounts.rows()) {
            values[column] = days.get(String.valueOf(values[0]));
        }
    }

    /** Brings the accounts of an activity up to date that was just written. */
    void follow(Change change, SideEffects effects) {
        var type = change.table().type();
        if (!type.name().equals("Task") && !type.name().equals("Event")) {
            return;
        }
        var link = type.require("AccountId").column();
        var after = change.after();
        var ids = new LinkedHashSet<@Nullable Object>();
        ids.add(change.beforeValues()[link]);
        ids.add(after == null ? null : after[link]);
        var accounts = org.table("Account");
        var field = accounts.type().require(FIELD);
        ids.stream()
                .flatMap(id -> id instanceof String known ? accounts.find(known).stream() : Stream.empty())
                .filter(account -> !accounts.isDeleted(account))
                .forEach(account -> {
                    var held = account.get(field);
                    var now = change.creates() && after != null ? later(held, day(type, after)) : latest(account.id());
                    if (!Objects.equals(now, held)) {
                        effects.set(accounts, account, Collections.singletonMap(FIELD, now));
                    }
                });
    }

    private static @Nullable Object later(@Nullable Object held, @Nullable Integer day) {
        return day == null || held instanceof Integer before && before >= day ? held : day;
    }

    private @Nullable Integer latest(String account) {
        return Stream.of("Task", "Event")
                .map(org::table)
                .flatMap(table -> table.having(table.type().require("AccountId"), account).stream()
                        .flatMap(row -> Stream.ofNullable(
                                day(table.type(), row.copyOfValues(table.type().width())))))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The day on which an activity took place; null for a task that is open. */
    private static @Nullable Integer day(ObjectType type, @Nullable Object[] values) {
        boolean open = type.field("IsClosed")
                .filter(closed -> !Boolean.TRUE.equals(values[closed.column()]))
                .isPresent();
        return !open && values[type.require("ActivityDate").column()] instanceof Integer day ? day : null;
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
