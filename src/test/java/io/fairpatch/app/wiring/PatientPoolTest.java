package io.fairpatch.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairpatch.store.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long who waits for a connection. */
class PatientPoolTest {
    private static final long POOLS_WAIT = 250;
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void a_page_hears_soon_that_the_database_is_away_while_a_job_goes_on_waiting() {
        try (var away = pool("jdbc:postgresql://127.0.0.1:1/nothing", "nobody", "")) {
            assertThat(waited(new PatientPool(away, LONG, () -> true))).isLessThan(LONG.toMillis() / 2);
            var longer = Duration.ofMillis(2 * POOLS_WAIT);
            assertThat(waited(new PatientPool(away, longer, () -> false))).isGreaterThanOrEqualTo(longer.toMillis());
        }
    }

    @Test
    void a_page_waits_for_its_turn_while_others_hold_all_connections() throws SQLException {
        var address = TestDatabase.address(TestDatabase.fresh());
        try (var busy = pool(address.url(), address.user(), address.password())) {
            var held = new PatientPool(busy, LONG, () -> false).openConnection();
            var later = CompletableFuture.delayedExecutor(3 * POOLS_WAIT / 2, TimeUnit.MILLISECONDS);
            var released = CompletableFuture.runAsync(() -> close(held), later);
            try (var given = new PatientPool(busy, LONG, () -> true).openConnection()) {
                assertThat(given.isValid(1)).isTrue();
            }
            released.join();
        }
    }

    private static void close(Connection held) {
        try {
            held.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long waited(PatientPool pool) {
        long since = System.nanoTime();
        assertThatThrownBy(pool::openConnection).isInstanceOf(SQLException.class);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private static HikariDataSource pool(String url, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(POOLS_WAIT);
        return new HikariDataSource(config);
    }
}
