package io.fairpatch.web;

import io.fairpatch.org.OrgConnection;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Puts the org on paper in the place of the real one, for the tests of this package alone. */
@Factory
@Requires(property = "fairpatch.test.paper-org", value = "true")
final class PaperBeans {
    @Singleton
    @Replaces(OrgConnection.class)
    OrgConnection connection(PaperOrg org) {
        return new OrgConnection(org, org);
    }
}
