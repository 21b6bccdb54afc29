package io.fairpatch.app;

import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.salesforce.Pace;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the org that {@code connector.yml} names; {@code FAIRPATCH_ORG_URL}, {@code FAIRPATCH_ORG_CLIENT_ID} and
 * {@code FAIRPATCH_ORG_CLIENT_SECRET} come first.
 */
final class OrgAccess {
    private final ConnectorConfig config;
    private final Map<String, String> environment;

    OrgAccess(ConnectorConfig config, Map<String, String> environment) {
        this.config = config;
        this.environment = environment;
    }

    OrgConnection connect(Clock clock) {
        var settings = SalesforceSettings.of(url(), signIn()).withPace(pace());
        if (config.apiVersion() != null) {
            settings = new SalesforceSettings(settings.url(), settings.signIn(), config.apiVersion(), settings.pace());
        }
        var org = SalesforceOrg.connect(settings, clock);
        return new OrgConnection(org.reader(), org.writer());
    }

    private Pace pace() {
        return Pace.standard().withPageRows(config.sync().pageRows());
    }

    private URI url() {
        var given = environment.get("FAIRPATCH_ORG_URL");
        if (given == null) {
            var configured = config.org().url();
            if (configured == null) {
                throw missing("org.url", "FAIRPATCH_ORG_URL");
            }
            return configured;
        }
        try {
            return checked(URI.create(given));
        } catch (IllegalArgumentException e) {
            throw Problem.of(ErrorCode.CONFIG_INVALID, "The org's address (" + given + ") is not a URL")
                    .at("FAIRPATCH_ORG_URL")
                    .maybe("use the My Domain address, as in https://acme.my.salesforce.com")
                    .exception(e);
        }
    }

    private static URI checked(URI url) {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("no host");
        }
        return url;
    }

    private SignIn signIn() {
        var signIn = config.signIn();
        var clientId = first(environment.get("FAIRPATCH_ORG_CLIENT_ID"), signIn.clientId());
        if (clientId == null) {
            throw missing("signIn.clientId", "FAIRPATCH_ORG_CLIENT_ID");
        }
        var secret = first(environment.get("FAIRPATCH_ORG_CLIENT_SECRET"), environment.get(signIn.clientSecretEnv()));
        if (signIn.flow() == ConnectorConfig.Flow.CLIENT_CREDENTIALS
                || environment.containsKey("FAIRPATCH_ORG_CLIENT_SECRET")) {
            if (secret == null) {
                throw missing("the client secret, which is never in a file", signIn.clientSecretEnv());
            }
            return new SignIn.ClientCredentials(clientId, secret);
        }
        if (signIn.username() == null || signIn.keyFile() == null) {
            throw missing("signIn.username and signIn.keyFile of the jwt flow", "flow: client-credentials");
        }
        return new SignIn.JwtBearer(clientId, signIn.username(), Path.of(signIn.keyFile()), null);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String two) {
        return one != null ? one : two;
    }

    private static RuntimeException missing(String what, String instead) {
        return Problem.of(ErrorCode.CONFIG_MISSING, "No org is configured: " + what + " is missing")
                .at("connector-config/connector.yml")
                .maybe("fill it in, set " + instead + ", or try the product without an org: ./fairpatch demo")
                .exception();
    }
}
