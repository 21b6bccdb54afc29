package io.fairpatch.org;

import java.util.List;

/**
 * A field by describe.
 *
 * @param type describe's type: string, picklist, reference, date, datetime, double, currency, boolean, address ...
 * @param length most characters of a text, 0 for other types
 */
public record FieldSchema(
        String name,
        String label,
        String type,
        int length,
        boolean nillable,
        boolean updateable,
        boolean createable,
        boolean filterable,
        boolean calculated,
        List<String> referenceTo) {
    public FieldSchema {
        referenceTo = List.copyOf(referenceTo);
    }

    /** Compound and binary fields can't be read in bulk. */
    public boolean bulkReadable() {
        return !type.equals("address") && !type.equals("location") && !type.equals("base64");
    }

    /** Whether 25 means 25 %. */
    public boolean percent() {
        return type.equals("percent");
    }
}
