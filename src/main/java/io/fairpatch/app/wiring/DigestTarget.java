package io.fairpatch.app.wiring;

import io.fairpatch.access.Vault;
import io.fairpatch.config.ConnectorConfig.Digest;
import io.fairpatch.config.ConnectorConfig.Mail;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.MailCourier;
import io.fairpatch.jobs.WebhookCourier;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Objects;

/** Where digests go, as {@code connector.yml} and the environment say. */
@Singleton
final class DigestTarget {
    private static final String SECRET = "webhook-secret";
    private static final String PASSWORD = "mail-password";

    private final Environment environment;
    private final OrgAccess access;
    private final Vault vault;

    DigestTarget(Environment environment, OrgAccess access, Vault vault) {
        this.environment = environment;
        this.access = access;
        this.vault = vault;
    }

    WebhookCourier.Target of(Digest digest, URI webhook) {
        boolean loopback = "127.0.0.1".equals(webhook.getHost()) || "localhost".equals(webhook.getHost());
        if (!"https".equals(webhook.getScheme()) && !loopback) {
            throw missing("digest.webhook must be reached by https", "FAIRPATCH_WEBHOOK_SECRET", SECRET);
        }
        String variable = Objects.requireNonNullElse(digest.secretEnv(), "FAIRPATCH_WEBHOOK_SECRET");
        return new WebhookCourier.Target(webhook, secret(variable, SECRET, "the secret to sign with is missing"));
    }

    MailCourier.Post of(Mail server) {
        if (server.user() == null) {
            return new MailCourier.Post(server, null);
        }
        String variable = Objects.requireNonNullElse(server.passwordEnv(), "FAIRPATCH_MAIL_PASSWORD");
        return new MailCourier.Post(
                server, secret(variable, PASSWORD, "the password of the mail server's user is missing"));
    }

    private String secret(String variable, String kept, String missing) {
        return environment
                .get(variable)
                .or(() -> vault.get(access.url().toString(), kept))
                .orElseThrow(() -> missing(missing, variable, kept));
    }

    private static RuntimeException missing(String what, String variable, String kept) {
        return Problem.of(ErrorCode.CONFIG_MISSING, "Digests can't be sent: " + what)
                .at("connector.yml, digest")
                .maybe("set " + variable + ", or ./fairpatch secrets put " + kept)
                .exception();
    }
}
