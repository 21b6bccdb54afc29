package io.fairpatch.app.wiring;

import io.fairpatch.access.Vault;
import io.fairpatch.config.ConnectorConfig.Digest;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.Courier;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;

/** Where digests go, as {@code connector.yml} and the environment say. */
@Singleton
final class DigestTarget {
    private static final String SECRET = "webhook-secret";

    private final Environment environment;
    private final OrgAccess access;
    private final Vault vault;

    DigestTarget(Environment environment, OrgAccess access, Vault vault) {
        this.environment = environment;
        this.access = access;
        this.vault = vault;
    }

    Courier.Target of(Digest digest, URI webhook) {
        boolean loopback = "127.0.0.1".equals(webhook.getHost()) || "localhost".equals(webhook.getHost());
        if (!"https".equals(webhook.getScheme()) && !loopback) {
            throw missing("digest.webhook must be reached by https");
        }
        String variable = Objects.requireNonNullElse(digest.secretEnv(), "FAIRPATCH_WEBHOOK_SECRET");
        String secret = environment
                .get(variable)
                .or(() -> vault.get(access.url().toString(), SECRET))
                .orElseThrow(() -> missing("the secret to sign with is missing"));
        return new Courier.Target(webhook, secret);
    }

    private static RuntimeException missing(String what) {
        return Problem.of(ErrorCode.CONFIG_MISSING, "Digests can't be sent: " + what)
                .at("connector-config/connector.yml, digest")
                .maybe("set FAIRPATCH_WEBHOOK_SECRET, or ./fairpatch secrets put webhook-secret")
                .exception();
    }
}
