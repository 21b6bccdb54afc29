package io.fairpatch.plan.kernel.model;

import java.util.List;
import java.util.Optional;

/**
 * Units of some size that are too many for the only agents they can go to, or too few for agents that need some of them.
 *
 * @param measure the size is taken from
 * @param size the least load of any of them
 * @param units how many can only go to these agents, or can go to any of them
 * @param tooMany or else too few
 * @param shares how many each of these agents can take, or needs
 */
public record Crowd(int measure, long size, int units, boolean tooMany, List<Share> shares) {

    /**
     * What one agent can take, or needs.
     *
     * @param lower the band whose lower end asks for it, or -1
     * @param upper the band whose upper end asks for it, or -1
     */
    public record Share(int agent, int count, int lower, int upper) {}

    /** The first such set that is found, if any. */
    public static Optional<Crowd> of(AssignmentProblem problem) {
        return new Crowds(problem).find();
    }
}
