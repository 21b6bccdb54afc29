package io.fairpatch.sandbox.org;

/**
 * A deployed package of metadata as the journal keeps it.
 *
 * @param deployed the zip; base64 in the file
 */
@SuppressWarnings("ArrayRecordComponent") // only written and read, never compared
record JournalDeploy(byte[] deployed) {
    /** How its lines begin, and no others do. */
    static final String BEGIN = "{\"deployed\"";
}
