package io.fairpatch.app.demo;

import io.fairpatch.app.practice.PracticeOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the demo was asked for.
 *
 * @param practice the practice org of our own, and where the pages listen
 * @param org URL of a running org to use instead of a sandbox of our own
 * @param port of the pages; 0 takes a free one
 */
public record DemoOptions(PracticeOptions practice, @Nullable String org, int port, boolean headless, boolean hold) {
    /** What distinguishes one practice org from another. */
    String identity() {
        return org == null ? practice.identity() : "org " + org;
    }
}
