package io.fairpatch.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Mix;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Table;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProvenTest {
    private static final int UNITS = 4;
    private static final int[] GROWING = {1, 0, 0, 0, 0, 1, 0, 0};

    /** One seat may have the growing accounts dearly, the other has to pay for none. */
    private static TerritoryProblem problem() {
        var units = IntStream.range(0, UNITS)
                .mapToObj(u -> FreeUnit.of(u, 2, 100, GROWING))
                .toList();
        var seats = IntStream.range(0, 2)
                .mapToObj(s -> new Seat(
                        s, "S" + s, Band.OPEN, Band.OPEN, Caps.OPEN, Mix.open().with(Count.GROWTH, 1, 2, 1_000)))
                .toList();
        int[][] cents = {{10, 20}, {30, 5}, {7, 7}, {0, 100}};
        return new TerritoryProblem(units, seats, Table.of(cents, new int[UNITS][2]), UNITS);
    }

    @Test
    void no_choice_of_seats_costs_more_than_the_dearest_may() {
        var problem = problem();
        long dearest = Proven.dearest(problem);

        for (int choice = 0; choice < 1 << UNITS; choice++) {
            int bits = choice;
            int[] seats = IntStream.range(0, UNITS).map(u -> bits >> u & 1).toArray();
            assertThat(new Standing(problem, seats).score().cost()).isLessThanOrEqualTo(dearest);
        }
        assertThat(dearest).isEqualTo(20 + 30 + 7 + 100 + 2 * 2_000);
    }
}
