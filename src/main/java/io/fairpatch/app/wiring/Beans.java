package io.fairpatch.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.oidc.ProviderSignIn;
import io.fairpatch.config.CalendarConfig;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.config.ScoringConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.jobs.MailCourier;
import io.fairpatch.jobs.WebhookCourier;
import io.fairpatch.review.digest.MailAddresses;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.Database;
import io.fairpatch.store.ImportStore;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.sync.SyncService;
import io.fairpatch.sync.file.FileImport;
import io.fairpatch.sync.file.WaitingFiles;
import io.fairpatch.sync.readiness.Readiness;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** What the parts are given: time, randomness, the database, the configuration, the org. */
@Factory
final class Beans {
    @Singleton
    @Requires(missingBeans = Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Singleton
    Jdbi jdbi(DataSource dataSource) throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class);
        // the framework keeps the request with the thread that answers it; jobs and commands have none
        return Database.jdbi(new PatientPool(pool, Duration.ofSeconds(25), () -> ServerRequestContext.currentRequest()
                .isPresent()));
    }

    @Singleton
    ProviderSignIn providerSignIn(
            ConnectorConfig config,
            Provider<PeopleProvider> provider,
            PersonStore people,
            SecureRandom random,
            Clock clock) {
        var wanted = config.people();
        boolean none = wanted == null || wanted.provider() == ConnectorConfig.By.NONE;
        return new ProviderSignIn(
                () -> none || wanted == null
                        ? Optional.empty()
                        : Optional.of(provider.get().of(wanted)),
                people,
                random,
                clock);
    }

    @Singleton
    WebhookCourier webhook(ConnectorConfig config, Provider<DigestTarget> target, Clock clock) {
        var digest = config.digest();
        var webhook = digest == null ? null : digest.webhook();
        return new WebhookCourier(
                () -> digest == null || webhook == null
                        ? Optional.empty()
                        : Optional.of(target.get().of(digest, webhook)),
                clock);
    }

    @Singleton
    MailCourier mail(ConnectorConfig config, Provider<DigestTarget> target, MailAddresses addresses, Clock clock) {
        var digest = config.digest();
        var server = digest == null ? null : digest.mail();
        return new MailCourier(
                () -> server == null
                        ? Optional.empty()
                        : Optional.of(target.get().of(server)),
                addresses::of,
                clock);
    }

    @Singleton
    SnapshotStore snapshots(Jdbi jdbi, Clock clock, CalendarConfig calendar) {
        return new SnapshotStore(jdbi, clock, calendar::yearBegins);
    }

    @Singleton
    ScoreStore scores(Jdbi jdbi) {
        return new ScoreStore(jdbi);
    }

    @Singleton
    AuditLog audit(Jdbi jdbi, Clock clock) {
        return new AuditLog(jdbi, clock);
    }

    @Singleton
    SyncService sync(SnapshotStore snapshots, FairpatchConfig config) {
        return new SyncService(snapshots, config.connector().sync());
    }

    @Singleton
    ImportStore importStore(Jdbi jdbi) {
        return new ImportStore(jdbi);
    }

    @Singleton
    Readiness readiness(Jdbi jdbi, SnapshotStore store, MappingConfig mapping) {
        return new Readiness(jdbi, store, mapping);
    }

    @Singleton
    FileImport fileImport(ImportStore store, Clock clock) {
        return new FileImport(store, clock);
    }

    @Singleton
    WaitingFiles waitingFiles(Environment environment, Clock clock) {
        var folder = Home.of(environment.variables()).folder().resolve("imports");
        return new WaitingFiles(folder, clock);
    }

    @Singleton
    ConnectorConfig connector(FairpatchConfig config) {
        return config.connector();
    }

    @Singleton
    MappingConfig mapping(FairpatchConfig config) {
        return config.mapping();
    }

    @Singleton
    ScoringConfig scoring(FairpatchConfig config) {
        return config.scoring();
    }

    @Singleton
    CoverageConfig coverage(FairpatchConfig config) {
        return config.coverage();
    }

    @Singleton
    PlanningConfig planning(FairpatchConfig config) {
        return config.planning();
    }

    @Singleton
    WritePolicyConfig writePolicy(FairpatchConfig config) {
        return config.writePolicy();
    }

    @Singleton
    CalendarConfig calendar(FairpatchConfig config) {
        return config.calendar();
    }
}
