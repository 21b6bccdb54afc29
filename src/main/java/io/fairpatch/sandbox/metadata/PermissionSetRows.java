package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.SetupRows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records of one permission set. */
final class PermissionSetRows {
    private static final String SET = "PermissionSet";
    private static final String FIELDS = "FieldPermissions";
    private static final String OBJECTS = "ObjectPermissions";

    private final Org org;
    private final SetupRows rows;
    private final Row set;

    PermissionSetRows(Org org, SetupRows rows, Row set) {
        this.org = org;
        this.rows = rows;
        this.set = set;
    }

    /** The permission set of this name. */
    static Optional<Row> find(SetupRows rows, String name) {
        return rows.find(SET, row -> rows.text(SET, row, "Name").equalsIgnoreCase(name)).stream()
                .findFirst();
    }

    /** Makes the permission set as described, or makes the one of this name so. */
    static void put(Org org, SetupRows rows, PermissionSetXml wanted) {
        var before = find(rows, wanted.name());
        String id;
        if (before.isEmpty()) {
            id = rows.add(SET, wanted.values());
        } else {
            id = before.get().id();
            rows.set(SET, id, wanted.values());
            new PermissionSetRows(org, rows, before.get()).clear();
        }
        wanted.fields().forEach((name, rights) -> {
            var values = new HashMap<>(rights);
            values.put("ParentId", id);
            values.put("SobjectType", name.substring(0, name.indexOf('.')));
            values.put("Field", name);
            rows.add(FIELDS, values);
        });
        wanted.objects().forEach((name, rights) -> {
            var values = new HashMap<>(rights);
            values.put("ParentId", id);
            values.put("SobjectType", name);
            rows.add(OBJECTS, values);
        });
    }

    /** Whether the permission set is as described. */
    boolean holds(PermissionSetXml wanted) {
        var type = org.table(SET).type();
        return wanted.values().entrySet().stream()
                        .allMatch(value -> Objects.equals(set.get(type.require(value.getKey())), value.getValue()))
                && rights(FIELDS, "Field", wanted.fields()).equals(wanted.fields())
                && rights(OBJECTS, "SobjectType", wanted.objects()).equals(wanted.objects());
    }

    private Map<String, Map<String, Object>> rights(
            String object, String key, Map<String, Map<String, Object>> wanted) {
        var type = org.table(object).type();
        var rights = new TreeMap<String, Map<String, Object>>();
        for (var row : own(object)) {
            var name = rows.text(object, row, key);
            var values = new HashMap<String, Object>();
            wanted.getOrDefault(name, Map.of())
                    .keySet()
                    .forEach(field -> values.put(field, orFalse(row.get(type.require(field)))));
            rights.put(name, values);
        }
        return rights;
    }

    /** Takes all rights out of the permission set. */
    void clear() {
        for (var object : new String[] {FIELDS, OBJECTS}) {
            own(object).forEach(row -> rows.remove(object, row.id()));
        }
    }

    /** Removes the permission set and its assignments. */
    void remove() {
        clear();
        rows.find("PermissionSetAssignment", row -> rows.text("PermissionSetAssignment", row, "PermissionSetId")
                        .equals(set.id()))
                .forEach(row -> rows.remove("PermissionSetAssignment", row.id()));
        rows.remove(SET, set.id());
    }

    private List<Row> own(String object) {
        return rows.find(object, row -> rows.text(object, row, "ParentId").equals(set.id()));
    }

    private static Object orFalse(@Nullable Object value) {
        return value == null ? false : value;
    }
}
