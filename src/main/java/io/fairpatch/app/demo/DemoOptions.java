package io.fairpatch.app.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the demo was asked for.
 *
 * @param reps null: accounts / 83, at least 2
 * @param data folder of CSV files to load instead of the generated org
 * @param org URL of a running org to use instead of a sandbox of our own
 * @param port of the pages; 0 takes a free one
 */
public record DemoOptions(
        int accounts,
        @Nullable Integer reps,
        @Nullable Path data,
        @Nullable String org,
        long seed,
        String host,
        int port,
        boolean headless,
        boolean hold) {
    /** What distinguishes one practice org from another. */
    String identity() {
        if (org != null) {
            return "org " + org;
        }
        if (data != null) {
            return "data " + data.toAbsolutePath().normalize() + " " + seed;
        }
        return "accounts " + accounts + " reps " + reps + " seed " + seed;
    }
}
