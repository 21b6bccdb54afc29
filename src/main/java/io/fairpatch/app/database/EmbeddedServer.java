package io.fairpatch.app.database;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own in a folder. Whoever comes first starts it, whoever comes while it runs joins it, and the last to
 * leave stops it: a command that ends never takes the database from a service that came meanwhile. A server that outlived
 * all its users, as when they were killed, is found and stopped before a new start.
 */
public final class EmbeddedServer implements DatabaseServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOG = "postgresql.log";

    private final Path data;
    private final int port;
    private final ServerUsers users;
    private final @Nullable EmbeddedPostgres started;

    private EmbeddedServer(Path data, int port, ServerUsers users, @Nullable EmbeddedPostgres started) {
        this.data = data;
        this.port = port;
        this.users = users;
        this.started = started;
    }

    /**
     * Starts the server in {@code folder}, or joins the one that another process runs there.
     *
     * @throws io.fairpatch.error.FairpatchException when it does not start
     */
    public static DatabaseServer open(Path folder) {
        try {
            Files.createDirectories(folder);
            var data = folder.resolve("data");
            var users = ServerUsers.of(folder);
            try (var turn = users.takeTurn()) {
                if (users.join()) {
                    return new EmbeddedServer(data, Postmaster.awaitRunning(data, PATIENCE), users, null);
                }
                var postgres = start(folder, data);
                return new EmbeddedServer(data, postgres.getPort(), users, postgres);
            } catch (IOException | RuntimeException e) {
                users.close();
                throw e;
            }
        } catch (IOException | IllegalStateException e) {
            throw startFailed(folder, e);
        }
    }

    private static EmbeddedPostgres start(Path folder, Path data) throws IOException {
        Postmaster.stop(data);
        clearHalfMade(data);
        var log = new StartLog(folder.resolve(LOG));
        return log.start(EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                // names sort and are found the same on every machine, also where the shell's locale is not installed
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("listen_addresses", "127.0.0.1"));
    }

    /** A first start that was killed leaves a folder without version file, which initdb would refuse. */
    private static void clearHalfMade(Path data) throws IOException {
        if (!Files.exists(data) || Files.exists(data.resolve("global/pg_control"))) {
            return;
        }
        Files.move(data, data.resolveSibling("data-half-made-" + System.nanoTime()));
    }

    private static RuntimeException startFailed(Path folder, Exception cause) {
        return Problem.of(ErrorCode.DATABASE_UNREACHABLE, "The embedded PostgreSQL does not start")
                .at(folder.resolve(LOG).toString())
                .because(cause.getMessage())
                .maybe(
                        "make room where the disk is full, or see the end of that log; where root may not use user namespaces, run as another user, or point "
                                + "FAIRPATCH_DB_URL to a PostgreSQL of yours (14 to 17)")
                .exception(cause);
    }

    @Override
    public DatabaseAddress database(String name) {
        return Databases.ensure(address("postgres"), address(name), name);
    }

    @Override
    public void drop(String name) {
        Databases.drop(address("postgres"), name);
    }

    private DatabaseAddress address(String name) {
        return new DatabaseAddress("jdbc:postgresql://localhost:" + port + "/" + name, "postgres", "postgres");
    }

    @Override
    public void close() {
        try (users;
                var turn = users.takeTurn()) {
            if (users.leave()) {
                stop();
            }
        } catch (IOException e) {
            throw Problem.of(ErrorCode.DATABASE_UNREACHABLE, "The embedded PostgreSQL does not stop")
                    .because(e.getMessage())
                    .exception(e);
        }
    }

    private void stop() throws IOException {
        if (started == null) {
            Postmaster.stop(data);
        } else {
            started.close();
        }
    }

    static RuntimeException unreachable(DatabaseAddress address, SQLException cause) {
        return Problem.of(ErrorCode.DATABASE_UNREACHABLE, "The database " + address + " does not answer")
                .because(cause.getMessage())
                .maybe("check FAIRPATCH_DB_URL, FAIRPATCH_DB_USER and FAIRPATCH_DB_PASSWORD, and that the server runs")
                .exception(cause);
    }
}
