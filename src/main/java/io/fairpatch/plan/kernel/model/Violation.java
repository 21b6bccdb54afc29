package io.fairpatch.plan.kernel.model;

/**
 * A band an answer breaks.
 *
 * @param load the total of the agent on the measure, in millionths
 * @param low the band's lower end in millionths, or {@link AssignmentProblem#OPEN_LOW}
 * @param high the band's upper end in millionths, or {@link AssignmentProblem#OPEN_HIGH}
 */
public record Violation(int agent, int measure, long load, long low, long high) {
    /** By how much, in millionths. */
    public long amount() {
        return load > high ? load - high : low - load;
    }
}
