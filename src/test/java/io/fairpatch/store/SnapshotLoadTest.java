package io.fairpatch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.fairpatch.model.SalesforceId;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a load leaves when its database goes away. */
class SnapshotLoadTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void a_connection_that_breaks_while_rows_are_copied_goes_back_to_its_pool() throws SQLException {
        var pool = (HikariDataSource) TestDatabase.fresh();
        var part = new SyncPart(
                "Account", SnapshotTable.ACCOUNT, ReadMode.CHANGES, "", false, "", Map.of(), Instant.EPOCH);
        var load = new SnapshotStore(Database.jdbi(pool), CLOCK)
                .begin(SalesforceId.of("00D000000000001"), CLOCK.instant());
        load.plan(List.of(part));
        load.beginPage(part);
        try (var other = pool.getConnection();
                var statement = other.createStatement()) {
            statement.execute(
                    """
                    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
                    WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
                    """);
        }

        assertThatThrownBy(load::close).isInstanceOf(RuntimeException.class);

        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
}
