package io.fairpatch.store;

import java.time.Instant;

/** A finished copy of an org. */
public record SyncRun(long id, Instant startedAt, Instant finishedAt) {}
