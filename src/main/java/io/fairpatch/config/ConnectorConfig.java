package io.fairpatch.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code connector.yml}: which org and how to sign in. Secrets are never in the file: it names the environment variable
 * or file that holds them.
 *
 * @param people null when people sign in by password alone
 * @param digest null when nothing is sent
 * @param apiVersion for example "66.0"; null takes the newest the org and we both know
 */
public record ConnectorConfig(
        Org org,
        SignIn signIn,
        @Nullable String apiVersion,
        Sync sync,
        @Nullable People people,
        @Nullable Digest digest) {
    /** With people who sign in by password alone. */
    public ConnectorConfig(Org org, SignIn signIn, @Nullable String apiVersion, Sync sync) {
        this(org, signIn, apiVersion, sync, null, null);
    }

    @JsonCreator
    public ConnectorConfig {}

    /**
     * How people sign in beside name and password.
     *
     * @param issuer address of the provider; null for the org
     * @param label the provider's name on the button; null: Salesforce, or the issuer's host
     * @param clientId null for the org: that of {@code signIn}
     * @param clientSecretEnv environment variable that holds the client's secret
     * @param callbackUrl this service's address with /sign-in/callback; null: the address that the browser shows
     */
    public record People(
            By provider,
            @Nullable String label,
            @Nullable URI issuer,
            @Nullable String clientId,
            @Nullable String clientSecretEnv,
            @Nullable URI callbackUrl) {}

    /**
     * Where digests go.
     *
     * @param webhook an address of the company's own; null sends nothing
     * @param secretEnv environment variable that holds the secret to sign with
     * @param mail a mail server; null mails nothing. Only one of webhook and mail may be set
     */
    public record Digest(@Nullable URI webhook, @Nullable String secretEnv, @Nullable Mail mail) {
        public Digest {
            Checks.that(
                    webhook == null || mail == null,
                    "The digest has a webhook and a mail server, but people shall be told once: set one of them to null");
        }
    }

    /**
     * A mail server (SMTP).
     *
     * @param port 1 to 65535; usually 587 with STARTTLS, 465 with implicit TLS
     * @param from the sender's address
     * @param user null when the server asks for no sign-in
     * @param passwordEnv environment variable that holds the password
     */
    public record Mail(
            String host, int port, Tls tls, String from, @Nullable String user, @Nullable String passwordEnv) {
        public Mail {
            Checks.between("digest.mail.port", port, 1, 65_535);
            Checks.that(
                    tls != Tls.NONE || host.equals("127.0.0.1") || host.equals("localhost"),
                    "The mail server (" + host + ") must be reached by TLS: only one on this machine may go without");
        }
    }

    /** How the way to a mail server is kept secret. */
    public enum Tls {
        @JsonProperty("starttls")
        STARTTLS,
        @JsonProperty("implicit")
        IMPLICIT,
        @JsonProperty("none")
        NONE
    }

    /** Who vouches for people. */
    public enum By {
        @JsonProperty("none")
        NONE,
        @JsonProperty("salesforce")
        SALESFORCE,
        @JsonProperty("oidc")
        OIDC
    }

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

    /**
     * How the org is read. A key that is missing has the shipped value.
     *
     * @param pageRows most rows a result page, 1,000 to 250,000
     * @param overlapMinutes how far a window reaches back before the last sync
     * @param reconcileDays after how many days all ids are compared
     * @param formulaHours after how many hours an object with mapped formula fields is read in full
     * @param apiReservePercent share of the org's daily allocations that is left to others
     */
    public record Sync(int pageRows, int overlapMinutes, int reconcileDays, int formulaHours, int apiReservePercent) {
        @JsonCreator
        public Sync(
                @JsonProperty("pageRows") int pageRows,
                @JsonProperty("overlapMinutes") @Nullable Integer overlapMinutes,
                @JsonProperty("reconcileDays") @Nullable Integer reconcileDays,
                @JsonProperty("formulaHours") @Nullable Integer formulaHours,
                @JsonProperty("apiReservePercent") @Nullable Integer apiReservePercent) {
            this(
                    pageRows,
                    Objects.requireNonNullElse(overlapMinutes, 30).intValue(),
                    Objects.requireNonNullElse(reconcileDays, 7).intValue(),
                    Objects.requireNonNullElse(formulaHours, 24).intValue(),
                    Objects.requireNonNullElse(apiReservePercent, 10).intValue());
        }

        public Sync {
            Checks.between("sync.pageRows", pageRows, 1_000, 250_000);
        }
    }
}
