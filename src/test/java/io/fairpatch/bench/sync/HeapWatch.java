package io.fairpatch.bench.sync;

import io.fairpatch.model.Silent;

/** Looks at the heap that is in use after a collection, every so many rows of a sync. */
final class HeapWatch extends Silent {
    private static final int EVERY = 25;

    private long peak;
    private int looks;

    long peak() {
        return peak;
    }

    @Override
    public void stage(String sentence) {
        look();
    }

    @Override
    public void at(long done, long total) {
        if (++looks % EVERY == 0) {
            look();
        }
    }

    private void look() {
        System.gc();
        var runtime = Runtime.getRuntime();
        peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
    }
}
