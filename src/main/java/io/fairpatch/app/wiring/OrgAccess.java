package io.fairpatch.app.wiring;

import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.salesforce.Pace;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Connects to the org that {@code connector.yml} names; {@code FAIRPATCH_ORG_URL}, {@code FAIRPATCH_ORG_CLIENT_ID} and
 * {@code FAIRPATCH_ORG_CLIENT_SECRET} come first.
 */
public final class OrgAccess {
    private final ConnectorConfig config;
    private final Environment environment;
    private final KeptSecrets kept;

    /** Without kept secrets. */
    public OrgAccess(ConnectorConfig config, Environment environment) {
        this(config, environment, KeptSecrets.NONE);
    }

    OrgAccess(ConnectorConfig config, Environment environment, KeptSecrets kept) {
        this.config = config;
        this.environment = environment;
        this.kept = kept;
    }

    /** Opens nothing yet: the first call signs in. */
    public OrgConnection connect(Clock clock) {
        return open(clock).connection();
    }

    SalesforceOrg open(Clock clock) {
        var url = url();
        var signIn = new SignInChoice(config.signIn(), environment, kept, url.toString()).signIn();
        var settings = SalesforceSettings.of(url, signIn).withPace(pace());
        if (config.apiVersion() != null) {
            settings = new SalesforceSettings(settings.url(), settings.signIn(), config.apiVersion(), settings.pace());
        }
        return SalesforceOrg.connect(settings, clock);
    }

    private Pace pace() {
        return Pace.standard().withPageRows(config.sync().pageRows());
    }

    /** Where to sign in. */
    URI url() {
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

    static RuntimeException missing(String what, String instead) {
        return Problem.of(ErrorCode.CONFIG_MISSING, "No org is configured: " + what + " is missing")
                .at("connector.yml")
                .maybe("fill it in, set " + instead + ", or try the product without an org: ./fairpatch demo")
                .exception();
    }
}
