package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    void become(ObjectType changed) {
        type = changed;
    }

    /** Adds a record; its id is put into the first of the values. */
    synchronized Row append(@Nullable Object[] values) {
        values[0] = nextId();
        var row = new Row(values);
        rows.add(row);
        return row;
    }

    /** The id that the next new record will have. */
    synchronized String nextId() {
        return RecordIds.of(type.keyPrefix(), pod, firstNumber + rows.size());
    }

    synchronized void replace(String id, Row row) {
        rows.set(place(id), row);
    }

    /** Takes back the newest record, as if it had never been. */
    synchronized void dropLast() {
        rows.remove(rows.size() - 1);
    }

    /** Removes a record for good. */
    synchronized void purge(String id) {
        rows.set(place(id), null);
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

    private int place(String id) {
        return (int) (RecordIds.number(id) - firstNumber);
    }
}
