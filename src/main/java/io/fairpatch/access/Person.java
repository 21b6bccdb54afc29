package io.fairpatch.access;

import io.fairpatch.model.SalesforceId;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Someone who signs in here.
 *
 * @param name unique in the installation, as typed at sign-in: lower-case letters, digits and {@code . _ @ + -}
 * @param userId the person's user in the org, where known; a manager's team are the users who report to it
 * @param manager whether the person leads a team
 */
public record Person(
        SalesforceId org,
        String name,
        String displayName,
        Set<Role> roles,
        @Nullable SalesforceId userId,
        boolean manager) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,79}");
    private static final String SYSTEM_NAME = "fairpatch";

    public Person {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The name (" + name
                            + ") of a person must be 1 to 80 lower-case letters, digits or . _ @ + - and start with a letter or digit");
        }
        if (displayName.isBlank()) {
            throw new IllegalArgumentException("The display name of person " + name + " must not be blank");
        }
        roles = Set.copyOf(roles);
    }

    /** The service itself, as author of what no person asked for. It can't sign in and never counts as a person. */
    public static Person system(SalesforceId org) {
        return new Person(org, SYSTEM_NAME, "Fairpatch", Set.of(Role.OPS), null, false);
    }

    /** Whether the name is the service's own. */
    public static boolean isSystem(String name) {
        return name.equals(SYSTEM_NAME);
    }

    public boolean may(Action action) {
        return Rights.allows(this, action);
    }
}
