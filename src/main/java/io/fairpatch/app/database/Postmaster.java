package io.fairpatch.app.database;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The server process of a data folder, by its {@code postmaster.pid}. */
final class Postmaster {
    private static final String FILE = "postmaster.pid";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;

    private Postmaster() {}

    /** Waits until the server of another process answers. */
    static int awaitRunning(Path data, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var port = line(data, PORT_LINE);
            if (port.isPresent() && answers(Integer.parseInt(port.get()))) {
                return Integer.parseInt(port.get());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw Problem.of(ErrorCode.HOME_IN_USE, "Another Fairpatch holds the database in " + data)
                .because("its server did not answer within " + patience.toSeconds() + " s")
                .maybe("stop the other Fairpatch, or set FAIRPATCH_HOME to another folder")
                .exception();
    }

    /** Stops the server; harmless when there is none. */
    static void stop(Path data) {
        line(data, PID_LINE)
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(Postmaster::isPostgres)
                .ifPresent(process -> stop(process, data));
    }

    /** A pid may have been given to another program since; only a PostgreSQL is stopped. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    /**
     * The interrupt signal ends the server's sessions; the usual one would wait for clients to leave. The server has
     * stopped when its file is gone: the process itself may stay in the process table.
     */
    private static void stop(ProcessHandle process, Path data) {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
        } catch (IOException e) {
            process.destroy();
        }
        long end = System.nanoTime() + STOP_PATIENCE.toNanos();
        while (Files.exists(data.resolve(FILE)) && process.isAlive()) {
            if (System.nanoTime() > end) {
                process.destroyForcibly();
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static Optional<String> line(Path data, int number) {
        try {
            var lines = Files.readAllLines(data.resolve(FILE));
            return lines.size() > number ? Optional.of(lines.get(number).trim()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
