package io.fairpatch.sync;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Calls to the org that need not wait for each other: an incremental sync is little else. */
final class SideBySide implements AutoCloseable {
    private static final int AT_ONCE = 6;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        var thread = new Thread(task, "org-calls");
        thread.setDaemon(true);
        return thread;
    });

    /** Makes a call soon; what is answered waits for it, and throws what it threw. */
    <T> Supplier<T> call(Supplier<T> call) {
        var answer = CompletableFuture.supplyAsync(call, threads);
        return () -> {
            try {
                return answer.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        };
    }

    /** Makes calls that never fail; what is answered waits for all of them. */
    Runnable all(List<Runnable> each) {
        var answers = CompletableFuture.allOf(each.stream()
                .map(call -> CompletableFuture.runAsync(call, threads))
                .toArray(CompletableFuture<?>[]::new));
        return answers::join;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
