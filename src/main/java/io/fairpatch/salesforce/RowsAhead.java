package io.fairpatch.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a page, parsed by a thread of its own some way ahead of whoever takes them, so that parsing and storing
 * go on side by side. Taken by one thread.
 */
final class RowsAhead implements AutoCloseable {
    private static final int BATCH = 500;
    private static final int BATCHES_AHEAD = 4;
    private static final long LOOK_UP_MILLIS = 50;

    private final CsvRows rows;
    private final BlockingQueue<List<String[]>> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final CompletableFuture<Void> parsing;
    private volatile boolean unwanted;
    private List<String[]> current = List.of();
    private int taken;

    RowsAhead(CsvRows rows, Executor threads) {
        this.rows = rows;
        this.parsing = CompletableFuture.runAsync(this::parse, threads);
    }

    private void parse() {
        var batch = new ArrayList<String[]>(BATCH);
        try {
            for (var row = rows.next(); row != null && !unwanted; row = rows.next()) {
                batch.add(row);
                if (batch.size() == BATCH) {
                    hand(batch);
                    batch = new ArrayList<>(BATCH);
                }
            }
        } finally {
            hand(batch);
        }
    }

    private void hand(List<String[]> batch) {
        try {
            boolean handed = false;
            while (!handed && !unwanted) {
                handed = batches.offer(batch, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            unwanted = true;
            Thread.currentThread().interrupt();
        }
    }

    /** The next row; null at the end. What went wrong in parsing is thrown after the rows before it. */
    String @Nullable [] next() {
        while (taken == current.size()) {
            var batch = await();
            if (batch == null) {
                return null;
            }
            current = batch;
            taken = 0;
        }
        return current.get(taken++);
    }

    private @Nullable List<String[]> await() {
        try {
            while (true) {
                // in this order: what was handed over before the end must not be missed
                boolean ended = parsing.isDone();
                var batch = batches.poll(ended ? 0 : LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    return batch;
                }
                if (ended) {
                    parsing.join();
                    return null;
                }
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for rows", e);
        }
    }

    @Override
    public void close() {
        unwanted = true;
    }
}
