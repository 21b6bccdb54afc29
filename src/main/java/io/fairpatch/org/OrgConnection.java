package io.fairpatch.org;

import org.jspecify.annotations.Nullable;

/**
 * Both sides of one org.
 *
 * @param writer the usual way to write
 * @param serial slow, one batch of an object at a time: for rows that keep being locked
 * @param strict row by row, each refused by the org when it changed since it was read; null when the org has no such way
 * @param owners with the org's options for changes of owner; null when the org has no such way
 * @param links makes and removes records that link an account to others; null when the org has no such way
 */
public record OrgConnection(
        OrgReader reader,
        OrgWriter writer,
        OrgWriter serial,
        @Nullable DirectWriter strict,
        @Nullable DirectWriter owners,
        @Nullable LinkWriter links) {
    /** An org without links. */
    public OrgConnection(
            OrgReader reader,
            OrgWriter writer,
            OrgWriter serial,
            @Nullable DirectWriter strict,
            @Nullable DirectWriter owners) {
        this(reader, writer, serial, strict, owners, null);
    }

    /** An org that has one way to write. */
    public OrgConnection(OrgReader reader, OrgWriter writer) {
        this(reader, writer, writer);
    }

    /** An org that is written to by jobs alone. */
    public OrgConnection(OrgReader reader, OrgWriter writer, OrgWriter serial) {
        this(reader, writer, serial, null, null);
    }
}
