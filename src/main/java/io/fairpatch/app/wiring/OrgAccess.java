package io.fairpatch.app.wiring;

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
import java.util.Optional;

/**
 * Connects to the org that {@code connector.yml} names; {@code FAIRPATCH_ORG_URL}, {@code FAIRPATCH_ORG_CLIENT_ID} and
 * {@code FAIRPATCH_ORG_CLIENT_SECRET} come first.
 */
public final class OrgAccess {
    private final ConnectorConfig config;
    private final Environment environment;

    public OrgAccess(ConnectorConfig config, Environment environment) {
        this.config = config;
        this.environment = environment;
    }

    /** Opens nothing yet: the first call signs in. */
    public OrgConnection connect(Clock clock) {
        var settings = SalesforceSettings.of(url(), signIn()).withPace(pace());
        if (config.apiVersion() != null) {
            settings = new SalesforceSettings(settings.url(), settings.signIn(), config.apiVersion(), settings.pace());
        }
        var org = SalesforceOrg.connect(settings, clock);
        return org.connection();
    }

    private Pace pace() {
        return Pace.standard().withPageRows(config.sync().pageRows());
    }

    private URI url() {
        return environment
                .get("FAIRPATCH_ORG_URL")
                .map(OrgAccess::parsed)
                .or(() -> Optional.ofNullable(config.org().url()))
                .orElseThrow(() -> missing("org.url", "FAIRPATCH_ORG_URL"));
    }

    private static URI parsed(String given) {
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
        var token = environment.get("FAIRPATCH_ORG_ACCESS_TOKEN");
        if (token.isPresent()) {
            return new SignIn.AccessToken(token.get());
        }
        var given = config.signIn();
        var clientId = environment
                .get("FAIRPATCH_ORG_CLIENT_ID")
                .or(() -> Optional.ofNullable(given.clientId()))
                .orElseThrow(() -> missing("signIn.clientId", "FAIRPATCH_ORG_CLIENT_ID"));
        var secret = environment.get("FAIRPATCH_ORG_CLIENT_SECRET").or(() -> environment.get(given.clientSecretEnv()));
        if (given.flow() == ConnectorConfig.Flow.CLIENT_CREDENTIALS || secret.isPresent()) {
            return new SignIn.ClientCredentials(
                    clientId,
                    secret.orElseThrow(
                            () -> missing("the client secret, which is never in a file", given.clientSecretEnv())));
        }
        if (given.username() == null || given.keyFile() == null) {
            throw missing("signIn.username or signIn.keyFile of the jwt flow", "flow: client-credentials");
        }
        return new SignIn.JwtBearer(clientId, given.username(), Path.of(given.keyFile()), null);
    }

    private static RuntimeException missing(String what, String instead) {
        return Problem.of(ErrorCode.CONFIG_MISSING, "No org is configured: " + what + " is missing")
                .at("connector-config/connector.yml")
                .maybe("fill it in, set " + instead + ", or try the product without an org: ./fairpatch demo")
                .exception();
    }
}
