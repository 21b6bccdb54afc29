package io.fairpatch.score;

/** A region and an industry with what their closed deals say. */
public record Segment(String region, String industry, CellEstimate estimate) {}
