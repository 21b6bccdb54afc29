package io.fairpatch.access;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits that seals secrets with AES-256-GCM (NIST SP 800-38D). Never shown. Thread-safe. */
final class VaultKey {
    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_CHARS = 12;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final String id;

    private VaultKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.id = Secret.digest("fairpatch vault key " + Base64.getEncoder().encodeToString(bytes))
                .substring(0, ID_CHARS);
    }

    static String make(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @param place for the message when it isn't 32 bytes in base64 */
    static VaultKey parse(String base64, String place) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return new VaultKey(bytes);
            }
        } catch (IllegalArgumentException e) {
            // said below: the text itself must not show
        }
        throw Problem.of(ErrorCode.VAULT_KEY, "The vault's key can't be used")
                .at(place)
                .because("it must be 32 random bytes in base64")
                .maybe("make one: openssl rand -base64 32")
                .exception();
    }

    /** Tells keys apart without telling anything of them. */
    String id() {
        return id;
    }

    /** @param label what the secret belongs to: one sealed for another place does not open here */
    byte[] seal(String secret, String label, SecureRandom random) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, label).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    /** @throws GeneralSecurityException when it was sealed with another key, for another place, or was changed */
    String open(byte[] sealed, String label) throws GeneralSecurityException {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] secret = cipher(Cipher.DECRYPT_MODE, nonce, label)
                .doFinal(sealed, NONCE_BYTES, Math.max(0, sealed.length - NONCE_BYTES));
        return new String(secret, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String label) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(label.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
