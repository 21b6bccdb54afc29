package io.fairpatch.web;

import io.fairpatch.org.OrgConnection;
import io.fairpatch.store.AuditLog;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Puts the org on paper in the place of the real one, for the tests of this package alone. */
@Factory
@Requires(property = "fairpatch.test.paper-org", value = "true")
final class PaperBeans {
    @Singleton
    @Replaces(OrgConnection.class)
    OrgConnection connection(PaperOrg org) {
        return new OrgConnection(org, org);
    }

    @Singleton
    @Requires(missingBeans = AuditLog.class)
    AuditLog audit(Jdbi jdbi, Clock clock) {
        return new AuditLog(jdbi, clock);
    }
}
