package io.fairpatch.plan.kernel;

import io.fairpatch.model.Silent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A person who hears of each stage, and may have the work rest or stop it. Thread-safe. */
public final class Listener extends Silent {
    private static final long RESTED = 3_000_000_000L;

    private final List<String> stages = new CopyOnWriteArrayList<>();
    private final AtomicLong paused = new AtomicLong(RESTED);
    private final String last;

    private Listener(String last) {
        this.last = last;
    }

    public static Listener toTheEnd() {
        return new Listener("");
    }

    /** Stops as soon as a stage of this name begins. */
    public static Listener until(String stage) {
        return new Listener(stage);
    }

    /** What began so far. */
    public List<String> stages() {
        return stages;
    }

    public void rest(long nanos) {
        paused.addAndGet(nanos);
    }

    @Override
    public void stage(String sentence) {
        stages.add(sentence);
    }

    @Override
    public boolean stopRequested() {
        return stages.contains(last);
    }

    @Override
    public long pausedNanos() {
        return paused.get();
    }
}
