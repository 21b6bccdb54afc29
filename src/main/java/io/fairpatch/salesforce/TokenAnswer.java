package io.fairpatch.salesforce;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint gave; texts that it left out are empty. No secret shows in {@code toString}.
 *
 * @param identity URL that ends in the org's and the user's id
 */
record TokenAnswer(String accessToken, String refreshToken, String instanceUrl, String identity, String scope) {
    /** @param askedAt the org's address when the answer names none */
    Session session(URI askedAt) {
        return new Session(accessToken, instanceUrl.isEmpty() ? askedAt : URI.create(instanceUrl), userId(), orgId());
    }

    @Nullable
    String userId() {
        return part(1);
    }

    @Nullable
    String orgId() {
        return part(2);
    }

    /** A part of the identity's path, counted from its end. */
    private @Nullable String part(int fromEnd) {
        var parts = identity.split("/");
        return identity.isEmpty() || parts.length < fromEnd ? null : parts[parts.length - fromEnd];
    }

    @Override
    public String toString() {
        return "TokenAnswer[" + instanceUrl + "]";
    }
}
