package io.fairpatch.salesforce;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How we prove who we are. Secrets never show in {@code toString}. */
public sealed interface SignIn {
    /**
     * OAuth client credentials: the org's app runs as the user it names. Works on a My Domain host only.
     *
     * @param clientSecret asked for anew at each sign-in, so that a new one needs no restart
     */
    record ClientCredentials(String clientId, Supplier<String> clientSecret) implements SignIn {
        public ClientCredentials(String clientId, String clientSecret) {
            this(clientId, () -> clientSecret);
        }

        @Override
        public String toString() {
            return "ClientCredentials[clientId=" + clientId + "]";
        }
    }

    /**
     * OAuth JWT bearer: a certificate instead of a secret.
     *
     * @param keys private keys, the first that the org takes is used: two of them while one replaces the other
     * @param audience the token's audience; null: the host of the sign-in URL
     */
    record JwtBearer(String clientId, String username, List<PemKey> keys, @Nullable String audience) implements SignIn {
        public JwtBearer {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("The JWT flow needs a key");
            }
        }

        /** With one key in a file. */
        public JwtBearer(String clientId, String username, Path keyFile, @Nullable String audience) {
            this(clientId, username, List.of(PemKey.file(keyFile)), audience);
        }
    }

    /** A token made elsewhere. It can't be renewed, so work ends when it expires. */
    record AccessToken(String token) implements SignIn {
        @Override
        public String toString() {
            return "AccessToken[]";
        }
    }

    /**
     * What a person allowed at the org's own page (web server flow): a refresh token.
     *
     * @param clientSecret null for an app that asks for none
     */
    record Consent(String clientId, @Nullable String clientSecret, GrantKeeper keeper) implements SignIn {
        @Override
        public String toString() {
            return "Consent[clientId=" + clientId + "]";
        }
    }

    /** Keeps the refresh token safe between runs. */
    interface GrantKeeper {
        /** Empty until a person connected the org. */
        Optional<String> refreshToken();

        /** The org gave another one in its place. */
        void replaced(String refreshToken);
    }
}
