package io.fairpatch.score;

/**
 * What the closed deals of a region and industry say, raw.
 *
 * @param deals closed in the window
 * @param rate wins over deals, 0 when there are none
 * @param averageWonCents mean amount of the won deals that have one, 0 when there are none
 * @param basis which deals the segment's accounts are judged by: its own, or its parent's when it is too thin
 */
public record Segment(
        String region, String industry, int deals, int wins, double rate, long averageWonCents, String basis) {}
