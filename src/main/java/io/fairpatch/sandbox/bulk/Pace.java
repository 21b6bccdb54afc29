package io.fairpatch.sandbox.bulk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How fast jobs go through their rows.
 *
 * @param queryRowsPerSecond null means as fast as can be
 * @param updateRowsPerSecond null means as fast as can be
 */
public record Pace(@Nullable Long queryRowsPerSecond, @Nullable Long updateRowsPerSecond) {
    static Duration timeFor(long rows, @Nullable Long rowsPerSecond) {
        return rowsPerSecond == null ? Duration.ZERO : Duration.ofNanos(rows * 1_000_000_000L / rowsPerSecond);
    }
}
