package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Change.FieldWrite;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record's accepted write as the journal keeps it. It holds what the write came to, not what was asked for: a replay
 * checks and computes nothing, so that rules may change between two starts.
 *
 * @param stamp milliseconds since 1970
 * @param writes the fields the client set, values as in bulk results
 * @param derived the fields the org set by itself, stamps left out
 */
record JournalLine(
        long stamp,
        String user,
        String client,
        @Nullable String job,
        String object,
        String id,
        Effect effect,
        List<Cell> writes,
        List<Cell> derived) {
    /** What became of the record. */
    enum Effect {
        CREATED,
        CHANGED,
        PURGED
    }

    /** One field as it was and as it became. */
    record Cell(String field, @Nullable String before, @Nullable String after) {
        static Cell of(FieldWrite write) {
            var field = write.field();
            return new Cell(field.name(), Values.text(field, write.before()), Values.text(field, write.after()));
        }

        FieldWrite in(ObjectType type) {
            var known = type.require(field);
            return new FieldWrite(known, value(known, before), value(known, after));
        }

        private static @Nullable Object value(Field field, @Nullable String text) {
            return text == null ? null : ValueParser.read(field, text).orElseThrow();
        }
    }

    static JournalLine of(Change change, String id, long stamp, WriteContext context) {
        var effect = change.creates() ? Effect.CREATED : change.after() == null ? Effect.PURGED : Effect.CHANGED;
        return new JournalLine(
                stamp,
                context.userId(),
                context.client(),
                context.job(),
                change.table().type().name(),
                id,
                effect,
                change.writes().stream().map(Cell::of).toList(),
                derived(change));
    }

    private static List<Cell> derived(Change change) {
        var after = change.after();
        if (after == null) {
            return List.of();
        }
        var written = change.beforeValues();
        change.writes().forEach(write -> written[write.field().column()] = write.after());
        var derived = new ArrayList<Cell>();
        for (var field : change.table().type().fields()) {
            var value = after[field.column()];
            if (!Objects.equals(value, written[field.column()])) {
                derived.add(Cell.of(new FieldWrite(field, null, value)));
            }
        }
        return derived;
    }

    WriteContext context() {
        return new WriteContext(user, client, job);
    }

    /** The write on the org as it is now; the record it changes must be there. */
    Change change(Org org) {
        var table = org.table(org.schema().object(object).orElseThrow());
        var before = effect == Effect.CREATED ? null : table.find(id).orElseThrow();
        var fieldWrites = writes.stream().map(cell -> cell.in(table.type())).toList();
        if (effect == Effect.PURGED) {
            return new Change(table, before, null, fieldWrites);
        }
        var after = new Change(table, before, null, fieldWrites).beforeValues();
        fieldWrites.forEach(write -> after[write.field().column()] = write.after());
        for (var cell : derived) {
            var write = cell.in(table.type());
            after[write.field().column()] = write.after();
        }
        return new Change(table, before, after, fieldWrites);
    }
}
