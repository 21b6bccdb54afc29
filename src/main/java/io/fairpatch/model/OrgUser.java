package io.fairpatch.model;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the org as copied, seller or not. A null component means the org has no value or no such field.
 *
 * @param userType Standard for people; integration and portal users have another
 * @param role the sales role, as named in {@code coverage.yml}
 * @param motion the sales motion, in the company's own word
 * @param rampStage the org's own text
 * @param tenureStart first day in the job
 * @param languages ISO 639 codes spoken
 * @param clearances compliance classes the user may serve
 * @param skills what the user is good at, in the company's own words
 * @param home where the user works from
 * @param quotaCents yearly quota, whole cents
 */
public record OrgUser(
        SalesforceId id,
        String name,
        @Nullable String email,
        @Nullable SalesforceId managerId,
        boolean active,
        @Nullable String userType,
        @Nullable String role,
        @Nullable String motion,
        @Nullable String rampStage,
        @Nullable LocalDate tenureStart,
        Set<String> languages,
        Set<String> clearances,
        Set<String> skills,
        @Nullable GeoPoint home,
        @Nullable Long quotaCents) {
    public OrgUser {
        languages = Set.copyOf(languages);
        clearances = Set.copyOf(clearances);
        skills = Set.copyOf(skills);
    }

    /** A person who can sign in and work: not a portal, guest or integration user. */
    public boolean standard() {
        return userType == null || userType.equals("Standard");
    }
}
