package io.fairpatch.score.learn;

/** Where a measure may lie, by chance alone. */
public record Interval(double low, double high) {}
