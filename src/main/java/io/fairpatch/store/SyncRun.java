package io.fairpatch.store;

import java.time.Instant;

/**
 * A finished copy of an org.
 *
 * @param currency ISO code of what all amounts are in; empty when the org has one currency
 */
public record SyncRun(long id, Instant startedAt, Instant finishedAt, String currency) {}
