package io.fairpatch.org;

/**
 * Both sides of one org.
 *
 * @param writer the usual way to write
 * @param serial slow, one batch of an object at a time: for rows that keep being locked
 */
public record OrgConnection(OrgReader reader, OrgWriter writer, OrgWriter serial) {
    /** An org that has one way to write. */
    public OrgConnection(OrgReader reader, OrgWriter writer) {
        this(reader, writer, writer);
    }
}
