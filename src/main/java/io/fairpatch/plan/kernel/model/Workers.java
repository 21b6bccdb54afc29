package io.fairpatch.plan.kernel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered tasks on a fixed number of threads. Who runs which task is left open; callers must make tasks
 * independent and combine their results in the order of their numbers, so that answers do not depend on the threads.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService others;

    public Workers(int threads) {
        this.threads = threads;
        this.others = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            var thread = new Thread(task, "kernel");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs task 0 to {@code tasks - 1} and returns when all are done. */
    public void run(int tasks, IntConsumer task) {
        var next = new AtomicInteger();
        Runnable loop = () -> {
            for (int t = next.getAndIncrement(); t < tasks; t = next.getAndIncrement()) {
                task.accept(t);
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int helper = 1; helper < Math.min(threads, tasks); helper++) {
            running.add(others.submit(loop));
        }
        loop.run();
        for (var future : running) {
            await(future);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The optimiser's thread was interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A worker of the optimiser failed", failed.getCause());
        }
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
