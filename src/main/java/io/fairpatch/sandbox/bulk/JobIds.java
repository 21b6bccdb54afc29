package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.org.RecordIds;
import java.util.concurrent.atomic.AtomicLong;

/** Mints ids of bulk jobs and batches. Thread-safe. */
public final class JobIds {
    private static final String JOB = "750";
    private static final String BATCH = "751";

    private static final String POD = "Fp0";

    private final AtomicLong last;

    /** @param used ids up to this number may have been given before */
    public JobIds(long used) {
        last = new AtomicLong(used);
    }

    public String job() {
        return mint(JOB);
    }

    public String batch() {
        return mint(BATCH);
    }

    private String mint(String prefix) {
        return RecordIds.of(prefix, POD, last.incrementAndGet());
    }
}
