package io.fairpatch.cli;

import io.fairpatch.model.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Progress on standard error: one line that redraws itself on a terminal, else one line a stage. Thread-safe. */
public final class ProgressLine implements Progress {
    private static final long REDRAW_NANOS = 100_000_000L;

    private final PrintStream err;
    private final boolean terminal;
    private String stage = "";
    private long drawnAt;
    private boolean lineOpen;
    private volatile boolean stop;

    ProgressLine(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public synchronized void stage(String sentence) {
        if (sentence.equals(stage) || sentence.isEmpty()) {
            return;
        }
        close();
        stage = sentence;
        if (terminal) {
            draw("");
        } else {
            err.println("  " + sentence);
        }
    }

    @Override
    public synchronized void at(long done, long total) {
        if (!terminal || done == 0 || System.nanoTime() - drawnAt < REDRAW_NANOS) {
            return;
        }
        draw(
                total > 0
                        ? String.format(Locale.ROOT, " %,d of %,d", done, total)
                        : String.format(Locale.ROOT, " %,d", done));
    }

    @Override
    public boolean stopRequested() {
        return stop;
    }

    /** Has the work stop at its next safe point. */
    void requestStop() {
        stop = true;
    }

    /** Ends the open line, so that other text starts on its own. */
    public synchronized void close() {
        if (lineOpen) {
            err.println();
            lineOpen = false;
        }
    }

    private void draw(String detail) {
        err.print("\r\033[K  " + stage + detail);
        err.flush();
        drawnAt = System.nanoTime();
        lineOpen = true;
    }
}
