package io.fairpatch.sandbox.org;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every accepted field write, in order; history rows are left out, as they repeat a write that stands here. Thread-safe. */
public final class WriteLog {
    private final List<LogEntry> entries = new ArrayList<>();

    synchronized void add(Change change, String id, long stamp, WriteContext context) {
        if (change.table().type().name().equals("AccountHistory")) {
            return;
        }
        var at = Values.xmlTime(Instant.ofEpochMilli(stamp));
        for (var write : change.writes()) {
            var field = write.field();
            entries.add(new LogEntry(
                    entries.size() + 1L,
                    at,
                    context.client(),
                    change.table().type().name(),
                    id,
                    field.name(),
                    Values.text(field, write.before()),
                    Values.text(field, write.after()),
                    context.job()));
        }
    }

    /** Forgets all writes after the first so many. */
    synchronized void cutTo(int size) {
        entries.subList(size, entries.size()).clear();
    }

    /** Entries whose number is higher than {@code seq}; all with 0. */
    public synchronized List<LogEntry> entriesAfter(int seq) {
        return List.copyOf(entries.subList(Math.min(seq, entries.size()), entries.size()));
    }

    public synchronized int size() {
        return entries.size();
    }
}
