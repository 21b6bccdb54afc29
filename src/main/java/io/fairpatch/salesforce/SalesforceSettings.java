package io.fairpatch.salesforce;

import java.math.BigDecimal;
import java.net.URI;

/**
 * How to reach and use one org.
 *
 * @param url where to sign in: the org's My Domain, or login.salesforce.com or test.salesforce.com for the JWT flow; the
 *     org's own address then comes with the token
 * @param newestApiVersion the newest API version to use, for example "67.0"; the org's newest one up to it is taken
 */
public record SalesforceSettings(URI url, SignIn signIn, String newestApiVersion, Pace pace) {
    /** Older versions lack calls that we rely on. */
    static final BigDecimal OLDEST_VERSION = new BigDecimal("60.0");

    private static final String NEWEST_VERSION = "67.0";

    public SalesforceSettings {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("The org's URL (" + url + ") must be http:// or https:// and a host");
        }
        if (!newestApiVersion.matches("\\d{2,3}\\.0")
                || new BigDecimal(newestApiVersion).compareTo(OLDEST_VERSION) < 0) {
            throw new IllegalArgumentException(
                    "The API version (" + newestApiVersion + ") must be " + OLDEST_VERSION + " or newer, as in 66.0");
        }
    }

    /** Settings with the usual timeouts and the newest API version that we know. */
    public static SalesforceSettings of(URI url, SignIn signIn) {
        return new SalesforceSettings(url, signIn, NEWEST_VERSION, Pace.standard());
    }

    public SalesforceSettings withPace(Pace newPace) {
        return new SalesforceSettings(url, signIn, newestApiVersion, newPace);
    }
}
