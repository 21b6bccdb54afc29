package io.fairpatch.jobs;

import io.fairpatch.review.digest.Digest;

/** Takes digests to people. Thread-safe. */
public interface Courier {
    /** Whether anything can be sent this way. */
    boolean open();

    /** Sends one; answers whether it was taken. */
    boolean send(Digest digest);
}
