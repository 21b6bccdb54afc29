package io.fairpatch.sync;

import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds the pages of a short list in memory until they can be stored. Filled by one thread, then taken by another. */
final class KeptPages implements RowSink {
    private record Page(List<String> header, List<List<String>> rows, int declared, QueryJob next) {}

    /** There is no room for so many rows. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Full() {
            super("more rows than are kept", null, false, false);
        }
    }

    private final AtomicInteger room;
    private final List<Page> pages = new ArrayList<>();
    private List<String> header = List.of();
    private List<List<String>> rows = new ArrayList<>();

    /** @param room rows that may still be kept, by this and others together */
    KeptPages(AtomicInteger room) {
        this.room = room;
    }

    @Override
    public void pageStart(List<String> names) {
        header = List.copyOf(names);
        rows = new ArrayList<>();
    }

    @Override
    public void row(List<String> values) {
        if (room.decrementAndGet() < 0) {
            room.incrementAndGet();
            throw new Full();
        }
        rows.add(List.copyOf(values));
    }

    @Override
    public void pageEnd(int declared) {
        throw new IllegalStateException("A page came without its place");
    }

    @Override
    public void pageEnd(int declared, QueryJob next) {
        pages.add(new Page(header, rows, declared, next));
        rows = new ArrayList<>();
    }

    @Override
    public void pageBroken() {
        room.addAndGet(rows.size());
        rows = new ArrayList<>();
    }

    /** Hands all of it on, as it came. */
    void into(RowSink sink) {
        for (var page : pages) {
            sink.pageStart(page.header());
            page.rows().forEach(sink::row);
            sink.pageEnd(page.declared(), page.next());
        }
        forget();
    }

    /** Makes room for others. */
    void forget() {
        pageBroken();
        pages.forEach(page -> room.addAndGet(page.rows().size()));
        pages.clear();
    }
}
