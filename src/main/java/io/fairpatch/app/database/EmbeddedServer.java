package io.fairpatch.app.database;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL of our own in a folder. The process that holds the folder's lock owns the server and stops it when it
 * closes; the lock falls with the process, so a server that outlived its owner is found and stopped before a new start.
 */
public final class EmbeddedServer implements DatabaseServer {
    private final EmbeddedPostgres postgres;
    private final FileChannel lockFile;

    private EmbeddedServer(EmbeddedPostgres postgres, FileChannel lockFile) {
        this.postgres = postgres;
        this.lockFile = lockFile;
    }

    /**
     * Starts the server in {@code folder}, or joins the one that another process runs there.
     *
     * @throws io.fairpatch.error.FairpatchException when it does not start
     */
    public static DatabaseServer open(Path folder) {
        try {
            Files.createDirectories(folder);
            var lockFile =
                    FileChannel.open(folder.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                lockFile.close();
                return new JoinedServer(Postmaster.awaitRunning(folder.resolve("data"), Duration.ofSeconds(30)));
            }
            return start(folder, lockFile);
        } catch (IOException e) {
            throw startFailed(folder, e);
        }
    }

    private static EmbeddedServer start(Path folder, FileChannel lockFile) throws IOException {
        var data = folder.resolve("data");
        Postmaster.stopOrphan(data);
        clearHalfMade(data);
        var log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .start();
        return new EmbeddedServer(postgres, lockFile);
    }

    /** A first start that was killed leaves a folder without version file, which initdb would refuse. */
    private static void clearHalfMade(Path data) throws IOException {
        if (!Files.exists(data) || Files.exists(data.resolve("global/pg_control"))) {
            return;
        }
        Files.move(data, data.resolveSibling("data-half-made-" + System.nanoTime()));
    }

    private static RuntimeException startFailed(Path folder, IOException cause) {
        return Problem.of(ErrorCode.DATABASE_UNREACHABLE, "The embedded PostgreSQL does not start")
                .at(folder.resolve("postgresql.log").toString())
                .because(cause.getMessage())
                .maybe("see the end of that log; where root may not use user namespaces, run as another user, or point "
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
        return new DatabaseAddress(postgres.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
            lockFile.close();
        } catch (IOException e) {
            throw Problem.of(ErrorCode.DATABASE_UNREACHABLE, "The embedded PostgreSQL does not stop")
                    .because(e.getMessage())
                    .exception(e);
        }
    }

    /** A server that another process of ours owns. */
    private record JoinedServer(int port) implements DatabaseServer {
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
        public void close() {}
    }

    static RuntimeException unreachable(DatabaseAddress address, SQLException cause) {
        return Problem.of(ErrorCode.DATABASE_UNREACHABLE, "The database " + address + " does not answer")
                .because(cause.getMessage())
                .maybe("check FAIRPATCH_DB_URL, FAIRPATCH_DB_USER and FAIRPATCH_DB_PASSWORD, and that the server runs")
                .exception(cause);
    }
}
