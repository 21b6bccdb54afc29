package io.fairpatch.sandbox.limit;

import java.util.EnumMap;
import java.util.Map;

/** How much of each allocation was used. Nothing is given back with time: a sandbox seldom runs for a day. Thread-safe. */
public final class Limits {
    private final Map<Limit, Long> most = new EnumMap<>(Limit.class);
    private final Map<Limit, Long> used = new EnumMap<>(Limit.class);
    private final Map<Limit, Long> ever = new EnumMap<>(Limit.class);

    /** Uses so much of an allocation; false when it would be exceeded, and then nothing is used. */
    public synchronized boolean use(Limit limit, long amount) {
        if (used(limit) + amount > most(limit)) {
            return false;
        }
        used.merge(limit, amount, Long::sum);
        ever.merge(limit, amount, Long::sum);
        return true;
    }

    public synchronized long most(Limit limit) {
        return most.getOrDefault(limit, limit.usual());
    }

    public synchronized long used(Limit limit) {
        return used.getOrDefault(limit, 0L);
    }

    public synchronized long remaining(Limit limit) {
        return Math.max(0, most(limit) - used(limit));
    }

    /** How much was really used since the start, whatever was set meanwhile. */
    public synchronized long ever(Limit limit) {
        return ever.getOrDefault(limit, 0L);
    }

    /** Sets an allocation as it stands; returns what undoes it. */
    public synchronized Runnable set(Limit limit, long allowed, long usedSoFar) {
        long mostBefore = most(limit);
        long usedBefore = used(limit);
        long everBefore = ever(limit);
        most.put(limit, allowed);
        used.put(limit, usedSoFar);
        return () -> restore(limit, mostBefore, usedBefore + ever(limit) - everBefore);
    }

    private synchronized void restore(Limit limit, long allowed, long usedSoFar) {
        most.put(limit, allowed);
        used.put(limit, usedSoFar);
    }
}
