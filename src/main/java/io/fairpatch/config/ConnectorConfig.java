package io.fairpatch.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * {@code connector.yml}: which org and how to sign in. Secrets are never in the file: it names the environment variable
 * or file that holds them.
 *
 * @param apiVersion for example "66.0"; null takes the newest the org and we both know
 */
public record ConnectorConfig(Org org, SignIn signIn, @Nullable String apiVersion, Sync sync) {
    /** @param url login or My Domain URL, null until configured */
    public record Org(@Nullable URI url) {}

    /**
     * @param clientSecretEnv environment variable that holds the client secret
     * @param keyFile PKCS#8 PEM of the JWT key: a path, or {@code vault:NAME} for a kept secret
     * @param otherKeyFile a second key, while one replaces the other
     * @param callbackUrl where the org sends a person back to; null: the address that the browser shows
     */
    public record SignIn(
            Flow flow,
            @Nullable String clientId,
            String clientSecretEnv,
            @Nullable String username,
            @Nullable String keyFile,
            @Nullable String otherKeyFile,
            @Nullable URI callbackUrl) {}

    /** Sign-in flows for a server. */
    public enum Flow {
        @JsonProperty("client-credentials")
        CLIENT_CREDENTIALS,
        @JsonProperty("jwt")
        JWT,
        @JsonProperty("web")
        WEB
    }

    /** @param pageRows most rows a result page, 1,000 to 250,000 */
    public record Sync(int pageRows) {
        public Sync {
            Checks.between("sync.pageRows", pageRows, 1_000, 250_000);
        }
    }
}
