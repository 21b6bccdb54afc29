package io.fairpatch.sandbox.org;

import org.jspecify.annotations.Nullable;

/**
 * Who writes.
 *
 * @param client how the client calls itself
 * @param job id of the bulk job, if any
 */
public record WriteContext(String userId, String client, @Nullable String job) {}
