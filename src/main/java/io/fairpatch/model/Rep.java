package io.fairpatch.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A seller who can be given accounts.
 *
 * @param managerId the user this rep reports to
 * @param role the coverage role of {@code coverage.yml}, null when unknown
 * @param languages ISO 639 codes spoken; empty means unknown, which hinders nothing
 * @param clearances compliance classes the rep may serve
 * @param home where the rep works from; null means the centre of the book is used
 */
public record Rep(
        SalesforceId id,
        String name,
        @Nullable String email,
        @Nullable SalesforceId managerId,
        boolean active,
        @Nullable String role,
        RampStage rampStage,
        Set<String> languages,
        Set<String> clearances,
        @Nullable GeoPoint home) {}
