package io.fairpatch.salesforce;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in session. The token never shows in {@code toString}.
 *
 * @param instance where the org's API answers
 * @param userId the signed-in user, when sign-in told
 */
record Session(String token, URI instance, @Nullable String userId) {
    @Override
    public String toString() {
        return "Session[" + instance + "]";
    }
}
