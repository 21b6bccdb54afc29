package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.org.RecordIds;
import java.util.concurrent.atomic.AtomicLong;

/** Mints ids of bulk jobs and batches. Thread-safe. */
public final class JobIds {
    private static final String JOB = "750";
    private static final String BATCH = "751";

    private final AtomicLong last = new AtomicLong();

    public String job() {
        return mint(JOB);
    }

    public String batch() {
        return mint(BATCH);
    }

    private String mint(String prefix) {
        var id = prefix + "Fp0%09d".formatted(last.incrementAndGet());
        return RecordIds.normalise(id).orElseThrow();
    }
}
