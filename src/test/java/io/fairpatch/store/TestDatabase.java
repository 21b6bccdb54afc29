package io.fairpatch.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL for tests: one server for the whole test JVM, a fresh and migrated database for each caller, copied
 * from a template in a few milliseconds. {@code FAIRPATCH_TEST_DB=embedded|container} forces the kind of server.
 */
public final class TestDatabase {
    private static final String TEMPLATE = "fairpatch_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A database of its own, migrated, empty, behind a pool of at most 12 connections that closes idle ones. */
    public static DataSource fresh() {
        return pool(copyOfTemplate());
    }

    /** A database of its own, migrated, empty, as the environment variables that lead a command to it. */
    public static Map<String, String> variables() {
        var source = (PGSimpleDataSource) Migrated.SERVER.database(copyOfTemplate());
        return Map.of(
                "FAIRPATCH_DB_URL", source.getURL(),
                "FAIRPATCH_DB_USER", String.valueOf(source.getUser()),
                "FAIRPATCH_DB_PASSWORD", Objects.requireNonNullElse(source.getPassword(), ""));
    }

    /** What a process of its own needs to connect. */
    public record Address(String url, String user, String password) {}

    /** The address of a database that {@link #fresh} gave. */
    public static Address address(DataSource fresh) {
        var source = (PGSimpleDataSource) Objects.requireNonNull(((HikariDataSource) fresh).getDataSource());
        return new Address(
                source.getURL(),
                String.valueOf(source.getUser()),
                Objects.requireNonNullElse(source.getPassword(), ""));
    }

    /** Connections to the database that {@link #variables()} led to. */
    public static DataSource source(Map<String, String> variables) {
        var source = new PGSimpleDataSource();
        source.setURL(variables.getOrDefault("FAIRPATCH_DB_URL", ""));
        source.setUser(variables.getOrDefault("FAIRPATCH_DB_USER", ""));
        source.setPassword(variables.getOrDefault("FAIRPATCH_DB_PASSWORD", ""));
        return source;
    }

    private static String copyOfTemplate() {
        String name = "test_" + COUNT.incrementAndGet();
        synchronized (TestDatabase.class) {
            Migrated.ADMIN.useHandle(admin -> admin.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE));
        }
        return name;
    }

    private static HikariDataSource pool(String database) {
        var config = new HikariConfig();
        config.setDataSource(Migrated.SERVER.database(database));
        config.setPoolName(database);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** The server with its migrated template; begins when the first test asks. */
    private static final class Migrated {
        static final TestServer SERVER = TestServer.start();
        static final Jdbi ADMIN = Jdbi.create(SERVER.database("postgres"));

        static {
            ADMIN.useHandle(admin -> admin.execute("CREATE DATABASE " + TEMPLATE));
            Flyway.configure()
                    .dataSource(SERVER.database(TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
    }
}
