package io.fairpatch.score;

/**
 * A win rate with what is known of it.
 *
 * @param mean best estimate, 0 to 1
 * @param variance of what the rate may be
 * @param low 5th percentile
 * @param high 95th percentile: between the two lies 90 %
 * @param ownShare weight of the cell's own deals in {@code mean}, 0 to 1; the rest is its parent's
 */
public record RateEstimate(double mean, double variance, double low, double high, double ownShare) {}
