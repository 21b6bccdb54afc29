package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Merges records into one. Thread-safe. */
public final class Merge {
    private static final int MOST_LOSERS = 2;

    private final Org org;
    private final SideEffects effects;

    public Merge(Org org) {
        this.org = org;
        this.effects = new SideEffects(org);
    }

    /** Deletes the others, which then name the master; what hung on them hangs on it. Returns ids of what was moved. */
    public List<String> merge(ObjectType type, String masterId, List<String> otherIds) {
        synchronized (org) {
            if (type.field("MasterRecordId").isEmpty() || otherIds.isEmpty() || otherIds.size() > MOST_LOSERS) {
                throw new RowException(
                        "INVALID_OPERATION", "one or two records can be merged, of accounts or contacts");
            }
            var table = org.table(type);
            require(table, masterId);
            otherIds.forEach(id -> require(table, id));
            var moved = new ArrayList<String>();
            for (var other : otherIds) {
                moved.addAll(moveChildren(type, other, masterId));
                effects.set(
                        type.name(),
                        row -> row.id().equals(other),
                        Map.of("MasterRecordId", masterId, "IsDeleted", true));
            }
            effects.set(type.name(), row -> row.id().equals(masterId), Map.of());
            return moved;
        }
    }

    private List<String> moveChildren(ObjectType type, String from, String to) {
        var moved = new ArrayList<String>();
        for (var child : org.schema().objects()) {
            for (var field : child.fields()) {
                if (field.type() == FieldType.REFERENCE
                        && field.referenceTo().contains(type.name())
                        && !field.name().equals("MasterRecordId")
                        && !child.isSetup()) {
                    var hangs = effects.is(child.name(), field.name(), from);
                    org.table(child).rows().stream().filter(hangs).forEach(row -> moved.add(row.id()));
                    effects.set(child.name(), hangs, Map.of(field.name(), to));
                }
            }
        }
        return moved;
    }

    private static void require(Table table, String id) {
        var row = table.find(id)
                .orElseThrow(() -> new RowException("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
        if (table.isDeleted(row)) {
            throw new RowException("ENTITY_IS_DELETED", "entity is deleted");
        }
    }
}
