package io.fairpatch.sync;

/**
 * How a person wants it.
 *
 * @param full read every value again, not only what changed
 * @param acceptDeletes believe the org when more than 2 % of an object's records are gone
 */
public record SyncRequest(boolean full, boolean acceptDeletes) {
    /** As the schedule says. */
    public static final SyncRequest USUAL = new SyncRequest(false, false);
}
