package io.fairpatch.plan.kernel.model;

import java.util.List;

/**
 * A lower and an upper end of one agent that clash, whatever it gets or as soon as it gets one option.
 *
 * @param lower the band whose lower end is asked for
 * @param upper the band whose upper end it breaks
 * @param option with which they clash, or -1 where they always do
 * @param least the least total of the upper band with which the lower end is held, above the upper end
 */
public record Squeeze(int lower, int upper, int option, long least) {

    /** All of a problem, seen by each two ends alone ({@link Pairs}). */
    public static List<Squeeze> of(AssignmentProblem problem) {
        return Pairs.squeezes(problem);
    }
}
