package io.fairpatch.app.database;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The processes that use the server of a folder. Each holds a shared lock, which falls with it; who comes or goes does so in
 * turn, so that none joins a server that another is about to stop.
 */
final class ServerUsers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final FileChannel file;
    private @Nullable FileLock use;

    private ServerUsers(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    static ServerUsers of(Path folder) throws IOException {
        return new ServerUsers(folder, open(folder.resolve("users.lock")));
    }

    /** Nobody else comes or goes until it is closed. */
    FileChannel takeTurn() throws IOException {
        var turn = open(folder.resolve("owner.lock"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (turn.tryLock() == null) {
            if (System.nanoTime() > end) {
                turn.close();
                throw taken();
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return turn;
    }

    /** Whether others use the server already; needs the turn. */
    boolean join() throws IOException {
        boolean others = !alone();
        use = file.lock(0, Long.MAX_VALUE, true);
        return others;
    }

    /** Whether nobody uses the server any more; needs the turn. */
    boolean leave() throws IOException {
        if (use != null) {
            use.release();
        }
        return alone();
    }

    private boolean alone() throws IOException {
        try (var all = file.tryLock()) {
            return all != null;
        }
    }

    private RuntimeException taken() {
        return Problem.of(ErrorCode.HOME_IN_USE, "Another Fairpatch holds the database in " + folder)
                .because("it has been starting or stopping it for " + PATIENCE.toSeconds() + " s")
                .maybe("stop the other Fairpatch, or set FAIRPATCH_HOME to another folder")
                .exception();
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
