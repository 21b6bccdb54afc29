package io.fairpatch.sandbox.oauth;

import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client signs in with; follows from the seed.
 *
 * @param password of every user
 * @param securityToken stands behind the password where a client signs in by it from an address nobody knows
 */
public record Credentials(String clientId, String clientSecret, String password, String securityToken) {
    /** Clients that every org knows and that keep no secret: the sf CLI and Data Loader, whatever its version. */
    private static final Pattern BUILT_IN = Pattern.compile("PlatformCLI|DataLoader(Bulk|Partner)(UI|Batch)/.*");

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

    /** Whether the org knows a client of this id. */
    boolean knows(@Nullable String client) {
        return clientId.equals(client) || client != null && isBuiltIn(client);
    }

    /** Whether every org knows this client, and it keeps no secret. */
    boolean isBuiltIn(String client) {
        return BUILT_IN.matcher(client).matches();
    }

    static String text(SplittableRandom random, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
