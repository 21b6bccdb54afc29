package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges records into one: all of it, or nothing. Thread-safe. */
public final class Merge {
    private static final int MOST_LOSERS = 2;

    private final Org org;
    private final RecordWriter writer;

    public Merge(Org org, RecordWriter writer) {
        this.org = org;
        this.writer = writer;
    }

    /**
     * What a client asks for.
     *
     * @param values that the master is to have, whosever they were; the others of its own it keeps
     */
    public record Request(
            ObjectType type, String masterId, Map<String, @Nullable String> values, List<String> otherIds) {}

    /**
     * Deletes the others, which then name the master; what hung on them hangs on it. Returns ids of what was moved.
     *
     * @throws RowException why nothing was done
     */
    public List<String> merge(Request asked, WriteContext context) {
        return org.together(() -> make(asked, context), moved -> true);
    }

    private List<String> make(Request asked, WriteContext context) {
        var type = asked.type();
        var others = asked.otherIds();
        if (type.field("MasterRecordId").isEmpty() || others.isEmpty() || others.size() > MOST_LOSERS) {
            throw new RowException("INVALID_OPERATION", "one or two records can be merged, of accounts or contacts");
        }
        var table = org.table(type);
        var seen = new HashSet<>(Set.of(require(table, asked.masterId()).id()));
        for (var other : others) {
            if (!seen.add(require(table, other).id())) {
                throw new RowException("DUPLICATE_VALUE", "Duplicate id specified: " + other);
            }
            new Guard(org).mayWrite(type, require(table, other), true, context);
        }
        var written = writer.write(Write.update(type, asked.masterId(), asked.values()), context);
        if (written.error() != null) {
            throw new RowException(written.error());
        }
        var effects = new SideEffects(org, context.userId());
        var moved = new ArrayList<String>();
        for (var other : others) {
            moved.addAll(moveChildren(effects, type, other, asked.masterId()));
            effects.set(table, require(table, other), Map.of("MasterRecordId", asked.masterId(), "IsDeleted", true));
        }
        return moved;
    }

    private List<String> moveChildren(SideEffects effects, ObjectType type, String from, String to) {
        var moved = new ArrayList<String>();
        for (var link : Link.to(type, org.schema())) {
            moved.addAll(moveChildren(effects, org.table(link.child()), link.field(), from, to));
        }
        return moved;
    }

    /** Moves the records; one that would do there what another does already is deleted. */
    private static List<String> moveChildren(SideEffects effects, Table table, Field link, String from, String to) {
        var moved = new ArrayList<String>();
        for (var row : table.having(link, from)) {
            var values = row.copyOfValues(table.type().width());
            values[link.column()] = to;
            if (Associations.twin(table, values).isPresent()) {
                effects.set(table, row, Map.of("IsDeleted", true));
            } else {
                // a child of the other account must not become its own parent
                effects.set(
                        table,
                        row,
                        Collections.singletonMap(link.name(), row.id().equals(to) ? null : to));
                moved.add(row.id());
            }
        }
        return moved;
    }

    private static Row require(Table table, String id) {
        var row = table.find(id)
                .orElseThrow(() -> new RowException("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
        if (table.isDeleted(row)) {
            throw new RowException("ENTITY_IS_DELETED", "entity is deleted");
        }
        return row;
    }
}
