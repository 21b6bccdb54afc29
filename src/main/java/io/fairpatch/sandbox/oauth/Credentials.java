package io.fairpatch.sandbox.oauth;

import java.util.SplittableRandom;

/** What a client signs in with; follows from the seed. */
public record Credentials(String clientId, String clientSecret) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 80;
    private static final int SECRET_LENGTH = 64;

    static Credentials of(SplittableRandom random) {
        return new Credentials("3MVG9" + text(random, ID_LENGTH), text(random, SECRET_LENGTH));
    }

    static String text(SplittableRandom random, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
