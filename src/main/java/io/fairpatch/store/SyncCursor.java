package io.fairpatch.store;

import java.time.Instant;
import java.util.Map;

/**
 * How far the copy of an object reaches.
 *
 * @param upto changes up to then are in it
 * @param shape fingerprint of the fields read and of how they are mapped
 * @param fields by API name of every field the org showed: its type
 * @param fullAt when every value was last read
 * @param reconciledAt when every id was last compared
 */
public record SyncCursor(
        String object, Instant upto, String shape, Map<String, String> fields, Instant fullAt, Instant reconciledAt) {
    public SyncCursor {
        fields = Map.copyOf(fields);
    }
}
