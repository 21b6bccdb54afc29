package io.fairpatch.sandbox.org;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Records that administrators make rather than clients: added, changed and removed without rights, checks or a line in
 * the log of writes.
 */
public final class SetupRows {
    private final Org org;
    private final Instant stamp;

    /** The user that every org has, itself among the records that are set up. */
    private final String maker;

    /** @param stamp when the records are said to have been made */
    public SetupRows(Org org, Instant stamp) {
        this.org = org;
        this.maker = org.table("User").firstId();
        this.stamp = stamp;
    }

    /** Adds a record with these values by field name; returns its id. */
    public String add(String object, Map<String, ? extends @Nullable Object> values) {
        var table = org.table(object);
        var cells = new @Nullable Object[table.type().width()];
        values.forEach((name, value) -> cells[table.type().require(name).column()] = value);
        new Derived(org).defaults(table.type(), cells, null);
        for (var name : new String[] {"CreatedDate", "LastModifiedDate", "SystemModstamp"}) {
            table.type().field(name).ifPresent(field -> cells[field.column()] = Values.stamp(stamp));
        }
        for (var name : new String[] {"CreatedById", "LastModifiedById"}) {
            table.type().field(name).ifPresent(field -> cells[field.column()] = maker);
        }
        var id = table.append(cells).id();
        org.rights().forget();
        return id;
    }

    /** Sets these values; returns what undoes it. */
    public Runnable set(String object, String id, Map<String, ? extends @Nullable Object> values) {
        var table = org.table(object);
        var before = table.find(id).orElseThrow();
        var cells = before.copyOfValues(table.type().width());
        values.forEach((name, value) -> cells[table.type().require(name).column()] = value);
        table.type()
                .field("SystemModstamp")
                .ifPresent(field ->
                        cells[field.column()] = Values.stamp(org.clock().instant()));
        put(table, id, new Row(cells));
        return () -> put(table, id, before);
    }

    /** Removes a record for good; returns what undoes it. */
    public Runnable remove(String object, String id) {
        var table = org.table(object);
        var before = table.find(id).orElseThrow();
        put(table, id, null);
        return () -> put(table, id, before);
    }

    /** All records of the object that satisfy the test, deleted ones left out. */
    public List<Row> find(String object, Predicate<Row> test) {
        var table = org.table(object);
        return table.rows().stream()
                .filter(row -> !table.isDeleted(row) && test.test(row))
                .toList();
    }

    /** The text in a field of a record of the object. */
    public String text(String object, Row row, String field) {
        return row.text(org.table(object).type().require(field));
    }

    private void put(Table table, String id, @Nullable Row row) {
        if (row == null) {
            table.purge(id);
        } else {
            table.replace(id, row);
        }
        org.rights().forget();
    }
}
