package io.fairpatch.plan.engine;

/**
 * The books as they are, inside all rules: what another plan has to beat.
 *
 * @param assignment seats by unit
 * @param saving what a plan must save before it is taken instead, cents a year
 */
public record Kept(int[] assignment, long saving) {}
