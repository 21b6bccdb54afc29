package io.fairpatch.sandbox.org;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which records the transactions of bulk jobs hold: those they write, and the parents of these. As in a real org a
 * transaction waits for another one's records for a while, and gives them up then. Thread-safe.
 */
public final class RowLocks {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> holders = new HashMap<>();
    private Duration patience = USUAL_PATIENCE;

    /** Sets how long a transaction waits; returns what undoes it. */
    public synchronized Runnable wait(Duration longest) {
        patience = longest;
        return () -> wait(USUAL_PATIENCE);
    }

    /**
     * Takes records for a transaction, waiting for those that others hold.
     *
     * @return ids that others still hold
     */
    public synchronized Set<String> take(Object transaction, Collection<String> ids) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        var left = own(transaction, ids);
        while (!left.isEmpty()) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return left;
            }
            wait(millis);
            left = own(transaction, left);
        }
        return left;
    }

    private Set<String> own(Object transaction, Collection<String> ids) {
        var others = new HashSet<String>();
        for (var id : ids) {
            var holder = holders.putIfAbsent(id, transaction);
            if (holder != null && holder != transaction) {
                others.add(id);
            }
        }
        return others;
    }

    /** The transaction has ended. */
    public synchronized void release(Object transaction) {
        holders.values().removeIf(holder -> holder == transaction);
        notifyAll();
    }

    /** How the org words it that a record could not be had. */
    public static RowError error(String id) {
        return RowError.of(
                "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records: " + id);
    }
}
