package io.fairpatch.plan;

import io.fairpatch.model.Silent;
import java.io.PrintStream;
import java.util.Locale;

/** Says how long each stage took, on a line of its own when the next begins. Thread-safe. */
public final class StageClock extends Silent {
    private final PrintStream out;
    private final long began = System.nanoTime();
    private long since = began;
    private String stage = "Starting";

    public StageClock(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void stage(String sentence) {
        if (!sentence.equals(stage)) {
            long now = System.nanoTime();
            out.printf(Locale.ROOT, "%7.1f s  %s: %.1f s%n", (now - began) / 1e9, stage, (now - since) / 1e9);
            since = now;
            stage = sentence;
        }
    }
}
