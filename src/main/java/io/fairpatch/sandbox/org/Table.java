package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All records of one object, in the order they were created. An id says where its record is. Thread-safe. */
public final class Table {
    private static final Duration DELETED_SHOWN = Duration.ofHours(12);

    private volatile ObjectType type;
    private final String pod;
    private final long firstNumber;
    private final ArrayList<@Nullable Row> rows = new ArrayList<>();
    /** By column; made when a field is first asked for, so that they cost nothing where nobody asks. */
    private final Map<Integer, FieldIndex> indexes = new HashMap<>();

    private final @Nullable Field deleted;
    private final boolean forgets;
    private final Clock clock;

    Table(ObjectType type, String pod, long firstNumber, Clock clock) {
        this.clock = clock;
        this.forgets = type.name().endsWith("Territory2Association");
        this.type = type;
        this.pod = pod;
        this.firstNumber = firstNumber;
        this.deleted = type.field("IsDeleted").orElse(null);
    }

    public ObjectType type() {
        return type;
    }

    /** Takes over fields that were added or taken away; values keep their places. */
    synchronized void become(ObjectType changed) {
        type = changed;
        indexes.clear();
    }

    /** Adds a record; its id is put into the first of the values. */
    synchronized Row append(@Nullable Object[] values) {
        values[0] = nextId();
        var row = new Row(values);
        rows.add(row);
        reindex(rows.size() - 1, null, row);
        return row;
    }

    /** The id that the next new record will have. */
    synchronized String nextId() {
        return RecordIds.of(type.keyPrefix(), pod, firstNumber + rows.size());
    }

    /** The id of the first record, whether it is there yet or not. */
    String firstId() {
        return RecordIds.of(type.keyPrefix(), pod, firstNumber);
    }

    synchronized void replace(String id, Row row) {
        put(place(id), row);
    }

    /** Takes back the newest record, as if it had never been. */
    synchronized void dropLast() {
        int last = rows.size() - 1;
        reindex(last, rows.get(last), null);
        rows.remove(last);
    }

    /** Removes a record for good. */
    synchronized void purge(String id) {
        put(place(id), null);
    }

    /** The record of this id of 18 characters, soft-deleted ones included. */
    public synchronized Optional<Row> find(String id) {
        if (!id.startsWith(type.keyPrefix())) {
            return Optional.empty();
        }
        long place = RecordIds.number(id) - firstNumber;
        if (place < 0 || place >= rows.size()) {
            return Optional.empty();
        }
        return Optional.ofNullable(rows.get((int) place)).filter(row -> row.id().equals(id));
    }

    /** All records as they are now, soft-deleted ones included. */
    public synchronized List<Row> rows() {
        return rows.stream().filter(Objects::nonNull).toList();
    }

    /** The records, deleted ones left out, whose field has this value: an id exactly, other text in any letter case. */
    public synchronized List<Row> having(Field field, Object value) {
        return indexes.computeIfAbsent(field.column(), column -> new FieldIndex(field, rows))
                .places(value)
                .mapToObj(rows::get)
                .filter(row -> row != null && !isDeleted(row) && same(field, row.get(field), value))
                .toList();
    }

    private static boolean same(Field field, @Nullable Object held, Object wanted) {
        return held instanceof String text
                        && wanted instanceof String other
                        && !field.type().isId()
                ? text.equalsIgnoreCase(other)
                : wanted.equals(held);
    }

    public synchronized int size() {
        return rows.size();
    }

    public boolean isDeleted(Row row) {
        return deleted != null && Boolean.TRUE.equals(row.get(deleted));
    }

    /** Whether a record that may be deleted can still be found: deleted territory associations only for 12 hours. */
    public boolean isThere(Row row) {
        if (!forgets || !isDeleted(row)) {
            return true;
        }
        return row.get(type.require("SystemModstamp")) instanceof Long at
                && Duration.between(Instant.ofEpochMilli(at), clock.instant()).compareTo(DELETED_SHOWN) < 0;
    }

    private void put(int place, @Nullable Row row) {
        reindex(place, rows.set(place, row), row);
    }

    private void reindex(int place, @Nullable Row before, @Nullable Row after) {
        indexes.values().forEach(index -> index.replace(place, before, after, rows));
    }

    private int place(String id) {
        return (int) (RecordIds.number(id) - firstNumber);
    }
}
