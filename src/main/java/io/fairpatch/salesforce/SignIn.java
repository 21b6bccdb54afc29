package io.fairpatch.salesforce;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How we prove who we are. Secrets never show in {@code toString}. */
public sealed interface SignIn {
    /** OAuth client credentials: the org's app runs as the user it names. Works on a My Domain host only. */
    record ClientCredentials(String clientId, String clientSecret) implements SignIn {
        @Override
        public String toString() {
            return "ClientCredentials[clientId=" + clientId + "]";
        }
    }

    /**
     * OAuth JWT bearer: a certificate instead of a secret.
     *
     * @param keyFile private RSA key, PKCS#8 PEM; read at each sign-in, so that a new key needs no restart
     * @param audience the token's audience; null: the host of the sign-in URL
     */
    record JwtBearer(String clientId, String username, Path keyFile, @Nullable String audience) implements SignIn {}

    /** A token made elsewhere. It can't be renewed, so work ends when it expires. */
    record AccessToken(String token) implements SignIn {
        @Override
        public String toString() {
            return "AccessToken[]";
        }
    }
}
