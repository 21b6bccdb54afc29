package io.fairpatch.model;

/**
 * One part of a number and its sentence. The points of all reasons of a number add up to it exactly; points carry at
 * most {@value #DECIMALS} decimals.
 *
 * @param rule the rule that gave the points, as named in {@code scoring.yml} or by the planner
 * @param sentence plain words for a person
 * @param points the rule's share, in the unit of the number it explains
 */
public record Reason(String rule, String sentence, double points) {
    /** Decimals kept, so that sums are exact to the cent of a point. */
    public static final int DECIMALS = 6;
}
