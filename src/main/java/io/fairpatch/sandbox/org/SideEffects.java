package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Change.FieldWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes that the org makes by itself in the wake of a client's: the user is the one who caused them, but the log names
 * the org as their client.
 */
final class SideEffects {
    static final String CLIENT = "sandbox";

    private final Org org;
    private final String userId;

    /** @param userId who causes the writes */
    SideEffects(Org org, String userId) {
        this.org = org;
        this.userId = userId;
    }

    /** Does what follows from a write that was just made. */
    void follow(Change change, String id, WriteContext context) {
        var before = change.before();
        var after = change.after();
        var type = change.table().type();
        var owner = type.field("OwnerId");
        if (before != null && after != null && owner.isPresent()) {
            var from = before.text(owner.get());
            if (after[owner.get().column()] instanceof String to && !to.equals(from)) {
                new OwnerChange(org, this).follow(type.name(), id, from, to, context);
            }
        }
        new History(this).follow(change, id);
        new Cascade(org, this).follow(change, id);
        new LastActivity(org).follow(change, this);
        if (before != null && type.name().equals("ObjectTerritory2Association")) {
            keepRuleMade(change, before);
        }
    }

    /** What a rule made comes back when a client takes it away: the rule still holds. */
    private void keepRuleMade(Change change, Row before) {
        var type = change.table().type();
        var cause = before.text(type.require("AssociationCause"));
        if (cause.equals("Territory2AssignmentRule")) {
            var values = new HashMap<String, @Nullable Object>();
            for (var name : List.of("ObjectId", "Territory2Id", "AssociationCause", "SobjectType")) {
                values.put(name, before.get(type.require(name)));
            }
            create(type.name(), values);
        }
    }

    /** The test whether a field has this value. */
    Predicate<Row> is(String object, String field, Object value) {
        var known = org.table(object).type().require(field);
        return row -> Objects.equals(row.get(known), value);
    }

    void create(String object, Map<String, ? extends @Nullable Object> values) {
        var table = org.table(object);
        var after = new @Nullable Object[table.type().width()];
        new Derived(org).defaults(table.type(), after, null);
        org.commit(new Change(table, null, after, put(table, null, after, values)), context());
    }

    void set(Table table, List<Row> rows, Map<String, ? extends @Nullable Object> values) {
        rows.forEach(row -> set(table, row, values));
    }

    void set(Table table, Row row, Map<String, ? extends @Nullable Object> values) {
        var after = row.copyOfValues(table.type().width());
        org.commit(new Change(table, row, after, put(table, row, after, values)), context());
    }

    /** Deletes records, for good where it is wanted or where the object has no recycle bin. */
    void delete(Table table, List<Row> rows, boolean forGood) {
        if (!forGood && table.type().field("IsDeleted").isPresent()) {
            set(table, rows, Map.of("IsDeleted", true));
            return;
        }
        rows.forEach(row -> purge(table, row));
    }

    /** Removes for good what a write deleted, unless it came back since. */
    void finish(Change deletion) {
        var table = deletion.table();
        newest(deletion).filter(table::isDeleted).ifPresent(row -> purge(table, row));
    }

    /** The record that a write changed, as it is now. */
    private static Optional<Row> newest(Change change) {
        var before = change.before();
        return before == null ? Optional.empty() : change.table().find(before.id());
    }

    private void purge(Table table, Row row) {
        var gone = new FieldWrite(table.type().require("Id"), row.id(), null);
        org.commit(new Change(table, row, null, List.of(gone)), context());
    }

    /** Takes back a write, as far as its values were not changed since. */
    void takeBack(Change change) {
        newest(change).ifPresent(now -> {
            var values = new HashMap<String, @Nullable Object>();
            for (var write : change.writes()) {
                if (Objects.equals(now.get(write.field()), write.after())) {
                    values.put(write.field().name(), write.before());
                }
            }
            if (!values.isEmpty()) {
                set(change.table(), now, values);
            }
        });
    }

    private static List<FieldWrite> put(
            Table table,
            @Nullable Row before,
            @Nullable Object[] after,
            Map<String, ? extends @Nullable Object> values) {
        var writes = new ArrayList<FieldWrite>();
        values.forEach((name, value) -> {
            var field = table.type().require(name);
            writes.add(new FieldWrite(field, before == null ? null : before.get(field), value));
            after[field.column()] = value;
        });
        return writes;
    }

    private WriteContext context() {
        return new WriteContext(userId, CLIENT, null);
    }
}
