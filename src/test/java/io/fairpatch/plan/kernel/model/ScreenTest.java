package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.Giants;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one pass passes over, against the sorted items of every pair of ends. */
final class ScreenTest {
    private int passed;
    private int silent;

    @Test
    void nothing_follows_from_the_ends_of_an_agent_that_is_passed_over() {
        for (int seed = 1; seed <= 2_000; seed++) {
            check(seed, Giants.draw(seed, 3, 60, 5));
        }
        assertThat(silent).as("agents of which nothing follows").isGreaterThan(1_000);
        assertThat(passed).as("of them passed over").isGreaterThan(silent / 2);
    }

    private void check(int seed, AssignmentProblem problem) {
        long[] low = IntStream.range(0, problem.bands()).mapToLong(problem::low).toArray();
        long[] high =
                IntStream.range(0, problem.bands()).mapToLong(problem::high).toArray();
        var alive = new Alive(problem);
        var ends = new Ends(Reach.of(problem, alive), low, high);
        boolean[] may = Screen.mayBind(problem, alive, ends);
        for (int i = 0; i < problem.bands() * problem.measures(); i++) {
            int lower = i / problem.measures();
            int upper = lower - lower % problem.measures() + i % problem.measures();
            if (lower == upper || !ends.needs(lower) || !ends.limits(upper)) {
                continue;
            }
            boolean binds = binds(problem, alive, lower, upper);
            boolean over = !may[lower / problem.measures()];
            assertThat(binds && over).as("%d: %d with %d", seed, lower, upper).isFalse();
            silent += binds ? 0 : 1;
            passed += over ? 1 : 0;
        }
    }

    private static boolean binds(AssignmentProblem problem, Alive alive, int lower, int upper) {
        var turns = new Turns(problem.options());
        turns.begin(problem.low(lower), problem.high(upper));
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (alive.is(e) && problem.agent(e) == lower / problem.measures()) {
                    long v = problem.load(e, lower % problem.measures());
                    long w = problem.load(e, upper % problem.measures());
                    turns.add(e, v, w, alive.count(u) == 1);
                }
            }
        }
        long least = turns.weigh();
        return IntStream.range(0, turns.size())
                .anyMatch(t ->
                        Math.max(least, Math.max(turns.least(t, true), turns.least(t, false))) > problem.high(upper));
    }
}
