package io.fairpatch.app.demo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An org on its way: it starts on a thread of its own, so that other things may start meanwhile. Thread-safe. */
final class OrgStart implements AutoCloseable {
    private final CompletableFuture<DemoOrg> org;
    private final AtomicBoolean closed = new AtomicBoolean();

    private OrgStart(CompletableFuture<DemoOrg> org) {
        this.org = org;
    }

    static OrgStart begin(Supplier<DemoOrg> opening) {
        return new OrgStart(CompletableFuture.supplyAsync(opening, start -> new Thread(start, "org-start").start()));
    }

    /** The org, or why it did not start. */
    DemoOrg await() {
        try {
            return org.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Closes the org; one that is still starting is waited for. A second time does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            org.handle((started, failure) -> started)
                    .thenAccept(OrgStart::close)
                    .join();
        }
    }

    private static void close(@Nullable DemoOrg started) {
        if (started != null) {
            started.close();
        }
    }
}
