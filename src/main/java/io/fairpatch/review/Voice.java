package io.fairpatch.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a manager said of a line. */
public record Voice(String person, boolean agrees, @Nullable String reason, Instant saidAt) {}
