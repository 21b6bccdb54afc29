package io.fairpatch.sandbox.schema;

import java.util.EnumSet;
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
 * @param help what the org's administrators wrote for its users
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
        @Nullable String help,
        int column) {
    public Field {
        flags = Set.copyOf(flags);
        referenceTo = List.copyOf(referenceTo);
        picklist = List.copyOf(picklist);
    }

    /** A field that is neither a number nor a lookup and offers no values to choose from. */
    public static Field plain(String name, String label, FieldType type, int length, Set<FieldFlag> flags) {
        return new Field(name, label, type, length, 0, 0, flags, List.of(), null, List.of(), null, null, 0);
    }

    public boolean is(FieldFlag flag) {
        return flags.contains(flag);
    }

    /** The same field, its value in another place. */
    public Field at(int place) {
        return with(flags, picklist, place);
    }

    /** The same field, with these values to choose from. */
    public Field offering(List<String> values) {
        return with(flags, values, column);
    }

    /** The same field, which clients may read but not set. */
    public Field readOnly() {
        var fewer = EnumSet.noneOf(FieldFlag.class);
        fewer.addAll(flags);
        fewer.remove(FieldFlag.CREATEABLE);
        fewer.remove(FieldFlag.UPDATEABLE);
        return with(fewer, picklist, column);
    }

    private Field with(Set<FieldFlag> otherFlags, List<String> values, int place) {
        return new Field(
                name,
                label,
                type,
                length,
                precision,
                scale,
                otherFlags,
                referenceTo,
                relationshipName,
                values,
                compound,
                help,
                place);
    }

    /**
     * Whether rights to it are given field by field; those to a part of a compound field go with the whole. Who may see
     * a record may see its name.
     */
    public boolean isPermissionable() {
        return type != FieldType.ID
                && !is(FieldFlag.NAME_FIELD)
                && (is(FieldFlag.NILLABLE) || type == FieldType.BOOLEAN && isCustom());
    }

    /** Whether an upsert may match records by it, and a lookup name its parent by it. */
    public boolean isIdLookup() {
        return type == FieldType.ID || is(FieldFlag.EXTERNAL_ID) || is(FieldFlag.ID_LOOKUP);
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

    /** Whether records may be filtered and sorted by it, as by all but long texts and compound fields. */
    public boolean isShort() {
        return type != FieldType.ADDRESS
                && type != FieldType.COMPLEXVALUE
                && !(type == FieldType.TEXTAREA && length > 255);
    }

    /** Whether records may be grouped by it: those of a few values, not amounts and times. */
    public boolean isGroupable() {
        return switch (type) {
            case DOUBLE, CURRENCY, PERCENT, DATETIME, MULTIPICKLIST, TEXTAREA, ADDRESS, COMPLEXVALUE -> false;
            case ID, STRING, PICKLIST, COMBOBOX, PHONE, EMAIL, URL, REFERENCE, BOOLEAN, INT, DATE -> true;
        };
    }

    /** Whether queries may compare it. */
    public boolean isFilterable() {
        return isShort() && !is(FieldFlag.UNFILTERABLE);
    }
}
