package io.fairpatch.sandbox.state;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.SetupRows;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** States in which the org has other fields. */
final class FieldStates {
    private static final String PERMISSIONS = "FieldPermissions";

    private final Org org;
    private final SetupRows rows;

    FieldStates(Org org, SetupRows rows) {
        this.org = org;
        this.rows = rows;
    }

    Runnable missing(StateParams params) {
        var type = params.object(org, "Account");
        var field = params.field(type);
        var granted = rows.find(PERMISSIONS, row -> rows.text(PERMISSIONS, row, "Field")
                .equalsIgnoreCase(type.name() + "." + field.name()));
        var back = new ArrayList<Runnable>();
        granted.forEach(row -> back.add(rows.remove(PERMISSIONS, row.id())));
        back.add(replace(type, field, List.of()));
        return Undo.all(back.toArray(Runnable[]::new));
    }

    Runnable different(StateParams params) {
        var type = params.object(org, "Account");
        var field = params.field(type);
        int place = params.has("type") ? type.width() : field.column();
        return replace(type, field, List.of(changed(field, params).at(place)));
    }

    /** Adds a field to the object, unless it has one of this name. */
    Runnable add(ObjectType type, Field field) {
        if (type.field(field.name()).isPresent()) {
            return () -> {};
        }
        return replace(type, field, List.of(field.at(type.width())));
    }

    /** Puts other fields in place of one; undone, the one is back with its values. */
    private Runnable replace(ObjectType type, Field field, List<Field> others) {
        swap(type.name(), Set.of(field.name()), others);
        boolean was = type.field(field.name()).isPresent();
        return () -> swap(type.name(), Set.of(field.name()), was ? List.of(field) : List.of());
    }

    private void swap(String object, Set<String> without, List<Field> with) {
        var type = org.schema().require(object);
        var fields = new ArrayList<>(type.fields());
        fields.removeIf(field -> without.contains(field.name()));
        fields.addAll(with);
        org.define(type.with(fields));
    }

    private static Field changed(Field field, StateParams params) {
        var type = params.has("type") ? type(params.require("type")) : field.type();
        var flags = EnumSet.noneOf(FieldFlag.class);
        flags.addAll(field.flags());
        if (params.text("readOnly", "false").equals("true")) {
            flags.removeAll(Set.of(FieldFlag.CREATEABLE, FieldFlag.UPDATEABLE));
            flags.add(FieldFlag.CALCULATED);
        }
        if (params.text("required", "false").equals("true")) {
            flags.remove(FieldFlag.NILLABLE);
        }
        if (params.text("filterable", "true").equals("false")) {
            flags.add(FieldFlag.UNFILTERABLE);
        }
        if (params.has("values")) {
            flags.add(FieldFlag.RESTRICTED_PICKLIST);
        }
        boolean lookup = type == FieldType.REFERENCE;
        return new Field(
                field.name(),
                field.label(),
                type,
                params.number("length", type.isText() && field.length() == 0 ? 255 : field.length()),
                params.number("precision", type.isDecimal() ? 18 : 0),
                params.number("scale", 0),
                flags,
                lookup ? field.referenceTo() : List.of(),
                lookup ? field.relationshipName() : null,
                params.has("values") ? params.list("values", "") : field.picklist(),
                null,
                field.help(),
                0);
    }

    private static FieldType type(String label) {
        try {
            return FieldType.of(label);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no field type \"" + label + "\"", e);
        }
    }
}
