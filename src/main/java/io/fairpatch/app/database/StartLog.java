package io.fairpatch.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a server that is being started writes into its log, which holds all earlier starts too. */
final class StartLog {
    private static final int LOOK_MILLIS = 200;
    private static final String GAVE_UP = "pg_ctl: could not start server";
    private static final List<String> SEVERITIES = List.of("FATAL:", "PANIC:");

    private final Path file;
    private final long from;

    /** From now on. */
    StartLog(Path file) throws IOException {
        this.file = file;
        this.from = Files.exists(file) ? Files.size(file) : 0;
    }

    /**
     * Starts a server that writes into this log. One that ends at once is waited for no longer, which the library would do
     * for all of its patience.
     *
     * @throws IOException when it does not start, with what it says of it
     */
    EmbeddedPostgres start(EmbeddedPostgres.Builder server) throws IOException {
        var log = Redirect.appendTo(file.toFile());
        var starting = new FutureTask<>(server.setErrorRedirector(log).setOutputRedirector(log)::start);
        var thread = new Thread(starting, "postgresql-start");
        thread.setDaemon(true);
        thread.start();
        while (!gaveUp()) {
            try {
                return starting.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                var cause = Objects.requireNonNullElse(e.getCause(), e);
                throw new IOException(reason().orElse(String.valueOf(cause.getMessage())), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("the start was interrupted", e);
            }
        }
        throw new IOException(reason().orElse(GAVE_UP));
    }

    private boolean gaveUp() {
        return lines().stream().anyMatch(line -> line.contains(GAVE_UP));
    }

    /** Why the server ended, in its own words. */
    private Optional<String> reason() {
        return lines().stream()
                .flatMap(line -> SEVERITIES.stream().filter(line::contains).map(severity -> line.substring(
                                line.indexOf(severity) + severity.length())
                        .trim()))
                .reduce((earlier, later) -> later);
    }

    private List<String> lines() {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
