package io.fairpatch.app.wiring;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be closed when the process ends, newest first, however it ends. Thread-safe. */
public final class Resources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile boolean closing;

    /**
     * Keeps a resource to be closed at the end. One that comes when the process is already on its way out is closed at
     * once.
     */
    public synchronized <T extends AutoCloseable> T keep(T resource) {
        if (closing) {
            close(resource);
            throw stopped();
        }
        open.push(resource);
        return resource;
    }

    /** Opens and keeps a resource that outlives the process: an end in the middle waits, so that it is closed too. */
    public synchronized <T extends AutoCloseable> T open(Supplier<T> opening) {
        if (closing) {
            throw stopped();
        }
        return keep(opening.get());
    }

    private static RuntimeException stopped() {
        return Problem.of(ErrorCode.INTERRUPTED, "Stopped").exception();
    }

    /** Whether the process is on its way out, so that failures of the work under way mean nothing. */
    public boolean closing() {
        return closing;
    }

    @Override
    public synchronized void close() {
        closing = true;
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("{} did not close cleanly; the next start clears up after it", resource.getClass(), e);
        }
    }
}
