package io.fairpatch.sync.readiness;

import io.fairpatch.store.RefusedRow;

/**
 * What the last sync could not take as it was.
 *
 * @param value cut to 200 characters
 * @param kept whether the row was kept with this value left empty or mended
 */
public record LeftOut(String object, String recordId, String field, String value, String reason, boolean kept) {
    static LeftOut of(RefusedRow row) {
        return new LeftOut(row.object(), row.recordId(), row.field(), row.value(), row.reason(), row.kept());
    }
}
