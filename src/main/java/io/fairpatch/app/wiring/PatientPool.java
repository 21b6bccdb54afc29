package io.fairpatch.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections of a pool, waited for by who asks. The pool itself waits a few seconds; then whoever serves a page hears
 * that the database is away, if it is, and everybody else goes on waiting: a job outlives a database that is started
 * anew, and a page waits for its turn while other work holds all connections. Thread-safe.
 */
final class PatientPool implements ConnectionFactory {
    private final HikariDataSource pool;
    private final Duration patience;
    private final BooleanSupplier hurried;

    /**
     * @param patience how long is waited, to the next wait of the pool
     * @param hurried whether somebody waits at a page for what the calling thread does
     */
    PatientPool(HikariDataSource pool, Duration patience, BooleanSupplier hurried) {
        this.pool = pool;
        this.patience = patience;
        this.hurried = hurried;
    }

    @Override
    public Connection openConnection() throws SQLException {
        long since = System.nanoTime();
        while (true) {
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException e) {
                boolean away = pool.getHikariPoolMXBean().getTotalConnections() == 0;
                boolean over = System.nanoTime() - since >= patience.toNanos();
                if (over || away && hurried.getAsBoolean()) {
                    throw e;
                }
            }
        }
    }
}
