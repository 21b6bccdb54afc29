package io.fairpatch.sandbox.schema;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object.
 *
 * @param length in characters for text, in digits for an int; else 0
 * @param referenceTo objects a lookup may point to
 * @param relationshipName how a query walks along the lookup, for example Owner
 * @param compound name of the compound field this one is a part of
 * @param column place of its value in a row
 */
public record Field(
        String name,
        String label,
        FieldType type,
        int length,
        int precision,
        int scale,
        Set<FieldFlag> flags,
        List<String> referenceTo,
        @Nullable String relationshipName,
        List<String> picklist,
        @Nullable String compound,
        int column) {
    public Field {
        flags = Set.copyOf(flags);
        referenceTo = List.copyOf(referenceTo);
        picklist = List.copyOf(picklist);
    }

    public boolean is(FieldFlag flag) {
        return flags.contains(flag);
    }

    public boolean isCustom() {
        return name.endsWith("__c");
    }

    /** Whether a new record must be given a value. */
    public boolean isRequired() {
        return is(FieldFlag.CREATEABLE)
                && !is(FieldFlag.NILLABLE)
                && !is(FieldFlag.DEFAULTED)
                && type != FieldType.BOOLEAN;
    }
}
