package io.fairpatch.web.view;

import java.util.List;

/**
 * What a plan aims at, in the order of importance from the right: hard rules before bands before goals.
 *
 * @param bands how even books have to be
 * @param goals traded off in money
 * @param rules never broken
 */
public record Aims(List<Rule> bands, List<Weight> goals, List<Rule> rules) {
    public Aims {
        bands = List.copyOf(bands);
        goals = List.copyOf(goals);
        rules = List.copyOf(rules);
    }

    /** A goal that can be weighed anew; the usual weight is 1. */
    public record Weight(String name, String title, String price) {}

    /** Something that holds, or is off. */
    public record Rule(String title, String state) {}
}
