package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.bench.plan.LinearProgram;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.Giants;
import io.fairpatch.plan.kernel.Kernel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two measures of one agent at once, against every plan there is. */
final class PairsTest {
    private int infeasible;
    private int proven;
    private int byPairs;

    @Test
    void small_problems_lose_no_plan_and_end_as_brute_force_says() {
        for (int seed = 1; seed <= 1_000; seed++) {
            check(seed, Giants.draw(seed, 3, 8, 3));
        }
        assertThat(infeasible).isBetween(250, 500);
        assertThat(proven).isGreaterThan(250);
        assertThat(byPairs).as("which no price and no single measure proves").isGreaterThan(40);
    }

    @Test
    @Tag("long")
    void problems_of_up_to_12_units_and_4_agents_lose_no_plan_and_end_as_brute_force_says() {
        for (int seed = 1; seed <= 600; seed++) {
            check(seed, Giants.draw(10_000 + seed, 9, 12, 4));
        }
        assertThat(infeasible).isBetween(80, 300);
        assertThat(byPairs).as("which no price and no single measure proves").isGreaterThan(8);
    }

    private void check(int seed, AssignmentProblem problem) {
        var used = BruteForce.used(problem);
        boolean none = used.isEmpty();
        var reduced = Presolve.reduce(problem);
        boolean shown = false;
        if (reduced == null || reduced.contradictory()) {
            shown = true;
            assertThat(none).as("plans of %d", seed).isTrue();
        } else {
            used.andNot(left(reduced, problem));
            assertThat(used.isEmpty()).as("options of %d are left", seed).isTrue();
        }
        var status = Kernel.solve(problem, Budget.ofSteps(3_000, seed, 1), Progress.NONE)
                .status();
        assertThat(status).as("answer of %d", seed).isEqualTo(none ? Status.INFEASIBLE : Status.FEASIBLE);
        infeasible += none ? 1 : 0;
        proven += shown ? 1 : 0;
        byPairs += shown && hiddenFromOthers(problem) ? 1 : 0;
    }

    private static BitSet left(Reduced reduced, AssignmentProblem problem) {
        var left = new BitSet();
        if (reduced.origin() == null) {
            left.set(0, problem.options());
        } else {
            Arrays.stream(reduced.origin()).forEach(left::set);
        }
        return left;
    }

    /** Whether the linear relaxation has a solution, and each measure's bands by themselves stand presolve. */
    private static boolean hiddenFromOthers(AssignmentProblem problem) {
        return IntStream.range(0, problem.measures()).noneMatch(k -> clashes(problem, k))
                && !Double.isNaN(LinearProgram.value(problem));
    }

    private static boolean clashes(AssignmentProblem problem, int measure) {
        long[] low = new long[problem.bands()];
        long[] high = new long[problem.bands()];
        for (int i = 0; i < low.length; i++) {
            boolean kept = i % problem.measures() == measure;
            low[i] = kept ? problem.low(i) : AssignmentProblem.OPEN_LOW;
            high[i] = kept ? problem.high(i) : AssignmentProblem.OPEN_HIGH;
        }
        var reduced = Presolve.reduce(problem.withBands(low, high));
        return reduced == null || reduced.contradictory();
    }
}
