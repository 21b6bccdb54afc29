package io.fairpatch.web.view;

/**
 * How many books lie in one range of potential over target.
 *
 * @param band whether it is the range that is aimed at
 */
public record Spread(String range, int before, int after, boolean band) {}
