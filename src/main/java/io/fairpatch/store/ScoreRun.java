package io.fairpatch.store;

import java.time.Instant;

/**
 * One scoring of all accounts.
 *
 * @param syncRun the copy that was scored
 * @param modelVersion {@code version} of scoring.yml then
 */
public record ScoreRun(long id, long syncRun, int modelVersion, Instant scoredAt) {}
