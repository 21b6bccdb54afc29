package io.fairpatch.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as kept: PBKDF2 with HMAC-SHA256, a salt of its own and the iteration count beside it, so that the count
 * can be raised later without locking anyone out. 600,000 iterations is OWASP's figure for this function.
 */
record PasswordHash(int iterations, byte[] salt, byte[] hash) {
    static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    static PasswordHash of(char[] password, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS));
    }

    /**
     * A hash for a name that nobody has: it takes as long as another to be held against a password. Its bytes are drawn,
     * so that none is known to match, and cost nothing to make.
     */
    static PasswordHash ofNobody(SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        var hash = new byte[HASH_BITS / Byte.SIZE];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return new PasswordHash(ITERATIONS, salt, hash);
    }

    static PasswordHash parse(String text) {
        String[] parts = text.split("\\$");
        var decoder = Base64.getDecoder();
        return new PasswordHash(Integer.parseInt(parts[1]), decoder.decode(parts[2]), decoder.decode(parts[3]));
    }

    /** Takes the same time wherever the first difference is. */
    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    String text() {
        var encoder = Base64.getEncoder();
        return "pbkdf2-sha256$" + iterations + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(password, salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
