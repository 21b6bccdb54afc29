package io.fairpatch.sandbox.org;

import org.jspecify.annotations.Nullable;

/**
 * Who writes.
 *
 * @param client how the client calls itself
 * @param job id of the bulk job, if any
 * @param allowDuplicates whether the client wants records saved that a duplicate rule would warn of
 */
public record WriteContext(String userId, String client, @Nullable String job, boolean allowDuplicates) {
    public WriteContext(String userId, String client, @Nullable String job) {
        this(userId, client, job, false);
    }
}
