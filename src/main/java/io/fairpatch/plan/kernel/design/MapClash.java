package io.fairpatch.plan.kernel.design;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The smallest set of rules that rule out every drawing of a small map, found by leaving out one rule after the other and
 * searching again (deletion filter: Chinneck and Dravnieks 1991). Rules are the band of a measure, contiguity, and the
 * fixed areas taken together.
 */
final class MapClash {
    private static final int STEPS_A_RULE = 50;

    private final DesignProblem problem;
    private final Pace pace;
    private final boolean[] kept;

    private MapClash(DesignProblem problem, Pace pace) {
        this.problem = problem;
        this.pace = pace;
        this.kept = new boolean[problem.measures().size() + 2];
        Arrays.fill(kept, true);
    }

    /** The rules in sentences, for a map that is known to have no drawing. */
    static List<String> of(DesignProblem problem, Pace pace) {
        var clash = new MapClash(problem, pace);
        for (int rule = clash.kept.length - 1; rule >= 0; rule--) {
            clash.kept[rule] = false;
            var verdict = SmallMap.search(clash.relaxed(), pace, STEPS_A_RULE);
            clash.kept[rule] = verdict == null || verdict.territory() != null;
        }
        return clash.sentences();
    }

    private DesignProblem relaxed() {
        int measures = problem.measures().size();
        long[] low = problem.low().clone();
        long[] high = problem.high().clone();
        int[] fixed = problem.fixed().clone();
        for (int k = 0; k < measures; k++) {
            low[k] = kept[k] ? low[k] : AssignmentProblem.OPEN_LOW;
            high[k] = kept[k] ? high[k] : AssignmentProblem.OPEN_HIGH;
        }
        if (!kept[measures + 1]) {
            Arrays.fill(fixed, -1);
        }
        return problem.with(problem.contiguous() && kept[measures], low, high, fixed);
    }

    private List<String> sentences() {
        List<String> why = new ArrayList<>();
        int measures = problem.measures().size();
        why.add("Every drawing was tried, and none holds these rules together:");
        for (int k = 0; k < measures; k++) {
            if (kept[k]) {
                why.add("Each territory's %s must lie %s."
                        .formatted(problem.measures().get(k), range(problem.low()[k], problem.high()[k])));
            }
        }
        if (kept[measures]) {
            why.add("Each territory must be connected.");
        }
        if (kept[measures + 1]) {
            why.add("Fixed areas stay in their territories.");
        }
        return why;
    }

    private static String range(long low, long high) {
        if (low == AssignmentProblem.OPEN_LOW) {
            return "at or below " + Scale.text(high);
        }
        return high == AssignmentProblem.OPEN_HIGH
                ? "at or above " + Scale.text(low)
                : "between %s and %s".formatted(Scale.text(low), Scale.text(high));
    }
}
