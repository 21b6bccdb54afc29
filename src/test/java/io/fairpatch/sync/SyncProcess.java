package io.fairpatch.sync;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.model.Progress;
import io.fairpatch.salesforce.Pace;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import io.fairpatch.store.Database;
import io.fairpatch.store.SnapshotStore;
import java.net.URI;
import java.time.Clock;

/** A process of its own that syncs again and again, so that it can be killed at any moment. */
public final class SyncProcess {
    private static final int PAGE_ROWS = 20;

    private SyncProcess() {}

    /** Arguments: the database's URL, user and password, the org's URL and access token. Says "up" once it begins. */
    public static void main(String[] args) {
        var config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setUsername(args[1]);
        config.setPassword(args[2]);
        config.setMaximumPoolSize(3);
        var settings = SalesforceSettings.of(URI.create(args[3]), new SignIn.AccessToken(args[4]))
                .withPace(Pace.standard().withPageRows(PAGE_ROWS));
        try (var source = new HikariDataSource(config)) {
            var store = new SnapshotStore(Database.jdbi(source), Clock.systemUTC());
            var service = new SyncService(store, new ConnectorConfig.Sync(1_000, 30, 7, 24, 0));
            System.out.println("up");
            while (true) {
                service.run(
                        SalesforceOrg.connect(settings, Clock.systemUTC()).reader(),
                        ConfigLoader.shipped(ConfigPart.MAPPING),
                        new SyncRequest(true, true),
                        Progress.NONE,
                        Clock.systemUTC());
            }
        }
    }
}
