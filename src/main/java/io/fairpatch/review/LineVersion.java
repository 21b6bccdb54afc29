package io.fairpatch.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one version of a proposal said of an account, and what was decided on it. */
public record LineVersion(
        int version,
        Instant madeAt,
        String madeBy,
        LineKind kind,
        String toName,
        boolean edited,
        Decision decision,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String dropped) {}
