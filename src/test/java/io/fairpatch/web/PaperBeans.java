package io.fairpatch.web;

import io.fairpatch.access.PersonStore;
import io.fairpatch.access.oidc.ProviderSignIn;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.sync.file.WaitingFiles;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;

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
    @Replaces(ProviderSignIn.class)
    ProviderSignIn provider(PaperOrg org, PersonStore people, SecureRandom random, Clock clock) {
        return new ProviderSignIn(org::vouches, people, random, clock);
    }

    @Singleton
    @Replaces(WaitingFiles.class)
    WaitingFiles waitingFiles(Clock clock) throws IOException {
        return new WaitingFiles(Files.createTempDirectory("fairpatch-imports"), clock);
    }
}
