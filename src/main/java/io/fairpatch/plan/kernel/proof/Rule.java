package io.fairpatch.plan.kernel.proof;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * One thing a problem asks for that could be given up: an end of a band, or a pin.
 *
 * @param index the band, or the unit of a pin
 */
record Rule(Kind kind, int index) {
    enum Kind {
        AT_MOST,
        AT_LEAST,
        PINNED
    }

    /** All rules of a problem: bands in order, upper end first, then pins. */
    static List<Rule> all(AssignmentProblem problem) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < problem.bands(); i++) {
            if (problem.high(i) != AssignmentProblem.OPEN_HIGH) {
                rules.add(new Rule(Kind.AT_MOST, i));
            }
            if (problem.low(i) != AssignmentProblem.OPEN_LOW) {
                rules.add(new Rule(Kind.AT_LEAST, i));
            }
        }
        for (int u = 0; u < problem.units(); u++) {
            if (problem.pin(u) >= 0) {
                rules.add(new Rule(Kind.PINNED, u));
            }
        }
        return rules;
    }

    /** The problem with these rules only, and without costs. */
    static AssignmentProblem only(AssignmentProblem problem, Collection<Rule> rules) {
        long[] low = new long[problem.bands()];
        long[] high = new long[problem.bands()];
        int[] pins = new int[problem.units()];
        Arrays.fill(low, AssignmentProblem.OPEN_LOW);
        Arrays.fill(high, AssignmentProblem.OPEN_HIGH);
        Arrays.fill(pins, -1);
        for (var rule : rules) {
            switch (rule.kind()) {
                case AT_MOST -> high[rule.index()] = problem.high(rule.index());
                case AT_LEAST -> low[rule.index()] = problem.low(rule.index());
                case PINNED -> pins[rule.index()] = problem.pin(rule.index());
            }
        }
        return problem.withoutCosts().withBands(low, high).withPins(pins);
    }
}
