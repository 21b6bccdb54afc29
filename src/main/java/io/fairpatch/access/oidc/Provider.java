package io.fairpatch.access.oidc;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for people.
 *
 * @param label the provider's name on the button
 * @param issuer the address under which it describes itself
 * @param clientId what it knows this service as
 * @param clientSecret null for a client without one; PKCE is used either way
 * @param org whether it is the Salesforce org, whose users are known here by their user id
 * @param callback where it sends people back to; null takes the address that the browser shows
 */
public record Provider(
        String label, URI issuer, String clientId, @Nullable String clientSecret, boolean org, @Nullable URI callback) {
    public Provider {
        boolean loopback = "127.0.0.1".equals(issuer.getHost()) || "localhost".equals(issuer.getHost());
        if (!"https".equals(issuer.getScheme()) && !loopback) {
            throw new IllegalArgumentException("The issuer (" + issuer + ") must be reached by https");
        }
    }

    /** The secret is left out. */
    @Override
    public String toString() {
        return "Provider " + label + " at " + issuer;
    }
}
