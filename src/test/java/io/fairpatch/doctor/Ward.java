package io.fairpatch.doctor;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.access.Vault;
import io.fairpatch.access.VaultKeys;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.config.SamplePolicy;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import io.fairpatch.sandbox.SandboxInfo;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A healthy installation on a sandbox org, of which a test spoils one thing. */
final class Ward {
    final SandboxInfo info;
    final Path home;
    final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    Clock clock = Clock.systemUTC();
    URI orgUrl;
    long neededBytes = 1;
    double band = 0.09;

    @Nullable
    String apiVersion;

    @Nullable
    String keyFile;

    String vaultKey = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    final SamplePolicy policy;

    Ward(SandboxInfo info, Path home) {
        this.info = info;
        this.home = home;
        this.orgUrl = URI.create(info.instanceUrl());
        this.policy = SamplePolicy.of(SalesforceId.of(info.orgId())).batchRows(10_000);
        people().save(person("olga", Role.OPS));
        people().save(person("anna", Role.APPROVER));
        audit().append(org(), "test", "begun", "ward", Map.of());
        audit().append(org(), "test", "went on", "ward", Map.of());
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            INSERT INTO sync_run (org_id, started_at, finished_at)
                            VALUES (:org, now() - interval '2 minutes', now())
                            """)
                    .bind("org", info.orgId())
                    .execute();
        });
        accounts(5, "005000000000001AAA", null);
    }

    SalesforceId org() {
        return SalesforceId.of(info.orgId());
    }

    PersonStore people() {
        return new PersonStore(jdbi, new SecureRandom());
    }

    AuditLog audit() {
        return new AuditLog(jdbi, Clock.systemUTC());
    }

    Vault vault() {
        return new Vault(
                jdbi, clock, new VaultKeys(Optional.of(vaultKey), home.resolve("vault.key"), new SecureRandom()));
    }

    /** Adds accounts to the last copy. */
    void accounts(int count, String owner, @Nullable String parent) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        INSERT INTO account (org_id, id, name, owner_id, parent_id, named_account, strategic,
                                             compliance, system_modstamp)
                        SELECT :org, '001' || lpad((n + 100000 * :count)::text, 15, '0'), 'Account ' || n, :owner,
                               :parent, false, false, '{}', now()
                        FROM generate_series(1, :count) AS n
                        """)
                .bind("org", info.orgId())
                .bind("count", count)
                .bind("owner", owner)
                .bind("parent", parent)
                .execute());
    }

    void sql(String statement) {
        jdbi.useHandle(handle -> handle.execute(statement));
    }

    String userId() {
        return connect().reader().identity().userId().value();
    }

    private SalesforceOrg connect() {
        var settings = SalesforceSettings.of(
                URI.create(info.instanceUrl()), new SignIn.ClientCredentials(info.clientId(), info.clientSecret()));
        return SalesforceOrg.connect(settings, clock);
    }

    Diagnosis examine() {
        var org = connect();
        var house = new House(config(), jdbi, audit(), vault(), people(), () -> orgUrl, home, neededBytes, clock);
        return new Doctor(house, org::reader, org::inspector).examine();
    }

    private FairpatchConfig config() {
        var shipped = ConfigLoader.shipped(ConfigPart.CONNECTOR);
        var given = shipped.signIn();
        var signIn = new ConnectorConfig.SignIn(
                given.flow(), given.clientId(), given.clientSecretEnv(), null, keyFile, null, null);
        return new FairpatchConfig(
                new ConnectorConfig(shipped.org(), signIn, apiVersion, shipped.sync()),
                ConfigLoader.shipped(ConfigPart.MAPPING),
                ConfigLoader.shipped(ConfigPart.SCORING),
                ConfigLoader.shipped(ConfigPart.COVERAGE),
                ConfigLoader.shipped(ConfigPart.PLANNING).withBands(Map.of("potential", band)),
                policy.make(),
                ConfigLoader.shipped(ConfigPart.CALENDAR));
    }

    private Person person(String name, Role role) {
        return new Person(org(), name, name, Set.of(role), null, false);
    }
}
