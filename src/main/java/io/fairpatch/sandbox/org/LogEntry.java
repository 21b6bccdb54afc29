package io.fairpatch.sandbox.org;

import org.jspecify.annotations.Nullable;

/** One accepted write of one field. Values are text as in bulk results. */
public record LogEntry(
        long seq,
        String at,
        String client,
        String object,
        String id,
        String field,
        @Nullable String before,
        @Nullable String after,
        @Nullable String job) {}
