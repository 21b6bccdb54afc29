package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Change.FieldWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes that the org makes by itself in the wake of a client's; the log names the org as their client. */
final class SideEffects {
    static final String CLIENT = "sandbox";

    private final Org org;

    SideEffects(Org org) {
        this.org = org;
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
                new OwnerChange(this).follow(type.name(), id, from, to, context);
            }
        }
        new History(this).follow(change, id);
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

    void set(String object, Predicate<Row> test, Map<String, ? extends @Nullable Object> values) {
        var table = org.table(object);
        for (var row : rows(table, test)) {
            var after = row.copyOfValues(table.type().width());
            org.commit(new Change(table, row, after, put(table, row, after, values)), context());
        }
    }

    void delete(String object, Predicate<Row> test) {
        set(object, test, Map.of("IsDeleted", true));
    }

    void restore(Table table, Row row) {
        var after = row.copyOfValues(table.type().width());
        org.commit(new Change(table, row, after, put(table, row, after, Map.of("IsDeleted", false))), context());
    }

    private static List<Row> rows(Table table, Predicate<Row> test) {
        if (table.size() == 0) {
            return List.of();
        }
        return table.rows().stream()
                .filter(row -> !table.isDeleted(row) && test.test(row))
                .toList();
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
        return new WriteContext(org.table("User").rows().get(0).id(), CLIENT, null);
    }
}
