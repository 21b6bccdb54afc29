package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over a commit set: for each account, in ascending order of id, every field with its value before, after and at
 * planning time. Texts carry their length, so that no two sets share a canonical form. Not thread-safe.
 */
final class Fingerprint {
    private static final String FORM = "fairpatch-commit-set-1";
    private static final int NULL_LENGTH = -1;

    private final MessageDigest digest;
    private @Nullable SalesforceId last;

    Fingerprint(int policyVersion) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256", e);
        }
        text(FORM);
        number(policyVersion);
    }

    /** Adds an account; ids must ascend. */
    void add(SalesforceId account, FieldValues before, FieldValues after, FieldValues base) {
        if (last != null && last.compareTo(account) >= 0) {
            throw new IllegalArgumentException("Account (" + account + ") must come before " + last);
        }
        last = account;
        text(account.value());
        values(before);
        values(after);
        values(base);
    }

    /** 64 hexadecimal digits; nothing can be added afterwards. */
    String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void values(FieldValues values) {
        number(values.values().size());
        values.values().forEach((field, value) -> {
            text(field);
            text(value);
        });
    }

    private void text(@Nullable String text) {
        if (text == null) {
            number(NULL_LENGTH);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }
}
