package io.fairpatch.plan.kernel.price;

/**
 * A solution of the linear relaxation: how much of each unit goes to which option.
 *
 * @param first where each unit's entries begin; one more at the end
 * @param option the option of an entry
 * @param share of an entry; those of a unit sum to one
 */
public record Shares(int[] first, int[] option, double[] share) {}
