package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.schema.Schema;
import java.util.List;

/** A lookup by which records hang on those of another object; what only says which record one was merged into is none. */
record Link(ObjectType child, Field field) {
    /** All that point to this object. */
    static List<Link> to(ObjectType type, Schema schema) {
        return schema.objects().stream()
                .flatMap(child -> child.fields().stream().map(field -> new Link(child, field)))
                .filter(link -> link.pointsTo(type))
                .toList();
    }

    /** Whether it only says what a lead was converted into. */
    boolean isConversion() {
        return field.name().startsWith("Converted");
    }

    private boolean pointsTo(ObjectType type) {
        return field.type() == FieldType.REFERENCE
                && field.referenceTo().contains(type.name())
                && !field.is(FieldFlag.DEFAULTED)
                && !field.name().equals("MasterRecordId");
    }
}
