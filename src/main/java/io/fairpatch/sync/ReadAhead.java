package io.fairpatch.sync;

import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import io.fairpatch.store.SyncPart;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads short lists into memory side by side, while others are stored: the org takes its time for each, however short it
 * is. A list that proves long is left to be read when its turn comes. For one thread.
 */
final class ReadAhead implements AutoCloseable {
    private static final int MOST_ROWS = 20_000;

    private record Kept(KeptPages pages, OptionalLong total) {}

    private final OrgReader reader;
    private final SideBySide calls;
    private final Progress progress;
    private final AtomicInteger room = new AtomicInteger(MOST_ROWS);
    private final Map<SyncPart, Supplier<Kept>> asked = new HashMap<>();
    private final Map<SyncPart, Supplier<Kept>> withoutJob = new HashMap<>();
    private volatile boolean closed;

    /** @param progress says when to stop; what is read ahead is not reported to it */
    ReadAhead(OrgReader reader, SideBySide calls, Progress progress) {
        this.reader = reader;
        this.calls = calls;
        this.progress = progress;
    }

    /** Begins to read a part. */
    void ask(SyncPart part, QueryJob job) {
        asked.put(part, calls.call(() -> kept(pages -> OptionalLong.of(reader.read(job, pages, new OnlyStops())))));
    }

    /** Begins to read a part that has no job, and needs none when it has at most {@code most} rows. */
    void askWithoutJob(SyncPart part, BulkQuery query, int most) {
        withoutJob.put(part, calls.call(() -> kept(pages -> reader.readShort(query, most, pages, new OnlyStops()))));
    }

    /** Waits for what was asked for without a job, and says which parts of it are there; the others need one. */
    Set<SyncPart> there() {
        withoutJob.values().removeIf(answer -> answer.get().total().isEmpty());
        asked.putAll(withoutJob);
        return withoutJob.keySet();
    }

    private Kept kept(Function<KeptPages, OptionalLong> read) {
        var pages = new KeptPages(room);
        try {
            return new Kept(pages, read.apply(pages));
        } catch (KeptPages.Full e) {
            pages.forget();
            return new Kept(pages, OptionalLong.empty());
        }
    }

    /**
     * Hands over a part that was asked for; throws what reading it threw.
     *
     * @return the rows that its job brought in all; empty when the part has to be read
     */
    OptionalLong take(SyncPart part, RowSink sink) {
        var answer = asked.remove(part);
        if (answer == null) {
            return OptionalLong.empty();
        }
        var kept = answer.get();
        if (kept.total().isPresent()) {
            kept.pages().into(sink);
        }
        return kept.total();
    }

    /** What was asked for has to be read when its turn comes. */
    void forget() {
        asked.clear();
        withoutJob.clear();
    }

    /** What is still being read stops soon. */
    @Override
    public void close() {
        closed = true;
    }

    private final class OnlyStops implements Progress {
        @Override
        public void stage(String sentence) {
            // the list's turn to be named comes when it is taken
        }

        @Override
        public void at(long done, long total) {
            // short
        }

        @Override
        public boolean stopRequested() {
            return closed || progress.stopRequested();
        }
    }
}
