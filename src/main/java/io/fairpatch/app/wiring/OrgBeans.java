package io.fairpatch.app.wiring;

import io.fairpatch.access.Secrets;
import io.fairpatch.access.Vault;
import io.fairpatch.access.VaultKeys;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgConsent;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.org.OrgInstaller;
import io.fairpatch.salesforce.SalesforceOrg;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The org, one bean a side, and the secrets to sign in with. */
@Factory
final class OrgBeans {
    @Singleton
    Vault vault(Jdbi jdbi, Clock clock, Environment environment, SecureRandom random) {
        var file = Home.of(environment.variables()).folder().resolve("vault.key");
        return new Vault(jdbi, clock, new VaultKeys(environment.get("FAIRPATCH_VAULT_KEY"), file, random));
    }

    @Singleton
    OrgAccess access(FairpatchConfig config, Environment environment, Vault vault) {
        return new OrgAccess(config.connector(), environment, new VaultSecrets(vault));
    }

    @Singleton
    Secrets secrets(Vault vault, OrgAccess access) {
        return new Secrets(vault, () -> access.url().toString());
    }

    @Singleton
    SalesforceOrg salesforce(OrgAccess access, Clock clock) {
        return access.open(clock);
    }

    @Singleton
    OrgConnection org(SalesforceOrg org) {
        return org.connection();
    }

    @Singleton
    OrgInspector inspector(SalesforceOrg org) {
        return org.inspector();
    }

    @Singleton
    OrgInstaller installer(SalesforceOrg org) {
        return org.installer();
    }

    @Singleton
    OrgConsent consent(SalesforceOrg org) {
        return org.consent();
    }
}
