package io.fairpatch.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** How lines of the audit log hang together. */
final class AuditChain {
    /** What the first line of an org follows. */
    static final byte[] START = new byte[32];

    private AuditChain() {}

    /** SHA-256 over the previous hash and every part of the line, each text behind its length so that none can shift. */
    static byte[] hash(
            byte[] previous,
            String org,
            long seq,
            Instant at,
            String actor,
            String action,
            String subject,
            String details) {
        var digest = sha256();
        digest.update(previous);
        text(digest, org);
        number(digest, seq);
        number(digest, at.getEpochSecond());
        number(digest, at.getNano());
        text(digest, actor);
        text(digest, action);
        text(digest, subject);
        text(digest, details);
        return digest.digest();
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(digest, bytes.length);
        digest.update(bytes);
    }

    private static void number(MessageDigest digest, long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
