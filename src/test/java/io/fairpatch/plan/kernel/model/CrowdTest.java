package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.bench.plan.LinearProgram;
import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.Giants;
import io.fairpatch.plan.kernel.OddProblems;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Units that are too many or too few by their sizes, against every plan there is. */
final class CrowdTest {

    @Test
    void what_counting_rules_out_has_no_plan_and_much_of_it_is_hidden_from_sums() {
        int found = 0;
        int hidden = 0;
        for (int seed = 1; seed <= 900; seed++) {
            var problem = seed % 3 == 0
                    ? OddProblems.draw(seed, 1, 7, 3)
                    : seed % 3 == 1 ? Giants.draw(seed, 3, 8, 3) : lumps(seed);
            if (Crowd.of(problem).isPresent()) {
                assertThat(BruteForce.used(problem).isEmpty())
                        .as("plans of %d", seed)
                        .isTrue();
                found++;
                var reduced = Presolve.reduce(problem);
                boolean shown = reduced == null || reduced.contradictory();
                hidden += !shown && !Double.isNaN(LinearProgram.value(problem)) ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(150);
        assertThat(hidden).as("from presolve and prices").isGreaterThan(40);
    }

    /** A few units of nearly one size beside small ones, some pinned; agents with room for about their share, or in need. */
    private static AssignmentProblem lumps(int seed) {
        var random = new SplittableRandom(seed);
        int agents = random.nextInt(2, 4);
        int large = agents + random.nextInt(-1, 2);
        var builder = new ProblemBuilder(
                IntStream.range(0, agents).mapToObj(a -> "r" + a).toList(), List.of("load"));
        for (int a = 0; a < agents; a++) {
            builder.band(a, 0, random.nextInt(14) * Scale.ONE, random.nextInt(16, 21) * Scale.ONE);
        }
        for (int u = 0; u < large + 3; u++) {
            long load = (u < large ? random.nextInt(10, 13) : random.nextInt(1, 3)) * Scale.ONE;
            builder.unit("a" + u);
            int sure = random.nextInt(agents);
            for (int a = 0; a < agents; a++) {
                if (a == sure || random.nextInt(5) > 0) {
                    builder.option(a, 1, load);
                }
            }
            if (random.nextInt(10) == 0) {
                builder.pin(sure);
            }
        }
        return builder.build();
    }

    @Test
    void large_units_are_told_with_the_agents_that_have_no_room_for_them() {
        var builder = new ProblemBuilder(List.of("r0", "r1", "r2"), List.of("load"))
                .band(0, 0, 0, 110)
                .band(1, 0, 0, 139)
                .band(2, 0, 0, 500);
        for (int u = 0; u < 3; u++) {
            builder.unit("large" + u).option(0, 0, 70 + u).option(1, 0, 70);
        }
        for (int u = 0; u < 9; u++) {
            builder.unit("small" + u).option(0, 0, 1).option(1, 0, 1).option(2, 0, 1);
        }
        assertThat(Crowd.of(builder.build()))
                .contains(
                        new Crowd(0, 70, 3, true, List.of(new Crowd.Share(0, 1, -1, 0), new Crowd.Share(1, 1, -1, 1))));
        assertThat(Crowd.of(builder.band(1, 0, 0, 140).build())).isEmpty();
    }

    @Test
    void agents_that_each_need_a_large_unit_are_told_where_there_are_too_few() {
        assertThat(Crowd.of(needy(2)))
                .contains(new Crowd(
                        0,
                        40,
                        2,
                        false,
                        List.of(
                                new Crowd.Share(0, 1, 0, 1),
                                new Crowd.Share(1, 1, 2, 3),
                                new Crowd.Share(2, 1, 4, 5))));
        assertThat(Crowd.of(needy(3))).isEmpty();
    }

    /** Three agents that may have 9 accounts and need 50, where all but some accounts bring 5. */
    private static AssignmentProblem needy(int large) {
        var builder = new ProblemBuilder(List.of("r0", "r1", "r2"), List.of("potential", "accounts"));
        for (int a = 0; a < 3; a++) {
            builder.band(a, 0, 50, 500).band(a, 1, 0, 9);
        }
        for (int u = 0; u < 24; u++) {
            builder.unit("a" + u);
            for (int a = 0; a < 3; a++) {
                builder.option(a, 0, u < large ? 40 : 5, 1);
            }
        }
        return builder.build();
    }
}
