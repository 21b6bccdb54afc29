package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.org.Org;

/** Users by the name they sign in with. */
final class Users {
    private Users() {}

    /** The id of the active user of this name. */
    static String active(Org org, String username) {
        var users = org.table("User");
        var name = users.type().require("Username");
        var user = users.rows().stream()
                .filter(row -> row.text(name).equalsIgnoreCase(username))
                .findFirst()
                .orElseThrow(() -> new OAuthError("invalid_grant", "user hasn't approved this consumer"));
        requireActive(org, user.id());
        return user.id();
    }

    static void requireActive(Org org, String userId) {
        var users = org.table("User");
        boolean active = users.find(userId)
                .filter(row -> Boolean.TRUE.equals(row.get(users.type().require("IsActive"))))
                .isPresent();
        if (!active) {
            throw new OAuthError("inactive_user", "user is inactive");
        }
    }
}
