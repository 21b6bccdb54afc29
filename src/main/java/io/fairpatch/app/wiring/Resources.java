package io.fairpatch.app.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be closed when the process ends, newest first, however it ends. Thread-safe. */
public final class Resources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private volatile boolean closing;

    /** Keeps a resource to be closed at the end. */
    public synchronized <T extends AutoCloseable> T keep(T resource) {
        open.push(resource);
        return resource;
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
