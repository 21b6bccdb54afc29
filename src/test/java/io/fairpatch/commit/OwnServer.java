package io.fairpatch.commit;

import io.fairpatch.app.database.DatabaseServer;
import io.fairpatch.app.database.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of its own, as the product starts it, that can be stopped in the middle of anything and started again. */
final class OwnServer implements AutoCloseable {
    private final Path folder;
    private DatabaseServer server;
    private DataSource now;
    private boolean stopped;
    int stops;

    OwnServer(Path folder) {
        this.folder = folder;
        this.server = EmbeddedServer.open(folder);
        this.now = connect(server);
        Flyway.configure()
                .dataSource(now)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static DataSource connect(DatabaseServer server) {
        var address = server.database("fairpatch");
        var source = new PGSimpleDataSource();
        source.setURL(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /** Leads to the server wherever it listens now; refuses while it is stopped. */
    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(now, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Immediate shutdown: nothing is finished, what was not durable is lost. */
    void stop() {
        try {
            String pid = Files.readAllLines(folder.resolve("data/postmaster.pid"))
                    .get(0)
                    .trim();
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", pid).start().onExit().join();
            postmaster.onExit().join();
            stopped = true;
            stops++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does nothing when it runs. */
    void start() {
        if (!stopped) {
            return;
        }
        stopped = false;
        server.close();
        server = EmbeddedServer.open(folder);
        now = connect(server);
    }

    @Override
    public void close() {
        server.close();
    }
}
