package io.fairpatch.salesforce;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in session. The token never shows in {@code toString}.
 *
 * @param instance where the org's API answers
 * @param userId the signed-in user, when sign-in told
 * @param orgId the org that answers there, when sign-in told
 */
record Session(String token, URI instance, @Nullable String userId, @Nullable String orgId) {
    /** Whether both are said to be of one org and are not. */
    boolean elsewhere(Session other) {
        return orgId != null && other.orgId != null && !orgId.equals(other.orgId);
    }

    @Override
    public String toString() {
        return "Session[" + instance + "]";
    }
}
