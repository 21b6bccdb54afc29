package io.fairpatch.sandbox.oauth;

import java.util.SplittableRandom;

/**
 * What a client signs in with; follows from the seed.
 *
 * @param password of every user
 * @param securityToken stands behind the password where a client signs in by it from an address nobody knows
 */
public record Credentials(String clientId, String clientSecret, String password, String securityToken) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 80;
    private static final int SECRET_LENGTH = 64;
    private static final int PASSWORD_LENGTH = 12;
    private static final int SECURITY_TOKEN_LENGTH = 24;

    static Credentials of(SplittableRandom random) {
        return new Credentials(
                "3MVG9" + text(random, ID_LENGTH),
                text(random, SECRET_LENGTH),
                text(random, PASSWORD_LENGTH),
                text(random, SECURITY_TOKEN_LENGTH));
    }

    static String text(SplittableRandom random, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
