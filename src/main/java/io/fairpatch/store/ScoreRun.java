package io.fairpatch.store;

import java.time.Instant;

/**
 * One scoring of all accounts.
 *
 * @param syncRun the copy that was scored
 * @param modelVersion {@code version} of scoring.yml then
 * @param learned whether win probabilities came from the learned model
 */
public record ScoreRun(long id, long syncRun, int modelVersion, boolean learned, Instant scoredAt) {}
