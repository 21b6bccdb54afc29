package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.engine.KernelCost;
import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Mix;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.rules.Polish;
import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.assertj.core.data.Offset;

/** The kernel, the search and the rules count the same plan alike, to the cent. */
class KernelAgreesTest {
    private static TerritoryProblem problem(long seed) {
        var problem = new ProblemBuilder(SmallOrg.random(seed, 50, 5, 60).input(), new ArrayList<>())
                .build()
                .problem();
        return problem.withMinutes(problem.seats().stream()
                .map(seat -> Band.around(60_000, 0.15, 60_000))
                .toList());
    }

    private static int[] any(TerritoryProblem problem, Random random) {
        return problem.units().stream()
                .mapToInt(unit -> unit.options()[random.nextInt(unit.options().length)])
                .toArray();
    }

    @Property(tries = 20)
    @Tag("D31")
    void kernel_cost_and_rule_cost_of_any_assignment_are_equal_to_the_cent(@ForAll long seed) {
        var whole = problem(seed);
        var seats = whole.seats().stream().map(seat -> seat.withMix(Mix.OPEN)).toList();
        var problem = new TerritoryProblem(whole.units(), seats, whole.pairs(), whole.mostMoved());
        int[] assignment = any(problem, new Random(seed));

        assertThat(KernelCost.cents(problem, assignment))
                .isEqualTo(new Polish().score(problem, assignment).cost());
    }

    @Property(tries = 20)
    void the_search_keeps_its_books_and_says_what_the_rules_say(@ForAll long seed) {
        var problem = problem(seed);

        var searched = KernelCost.search(problem, any(problem, new Random(seed)), 20_000, seed);

        var score = new Standing(problem, searched.assignment()).score();
        assertThat(searched.drift())
                .as("cents the books are off after 20,000 tries")
                .isLessThan(1);
        if (!Double.isNaN(searched.cost())) {
            assertThat(score.outside()).isZero();
            assertThat(searched.cost()).isEqualTo(score.cost(), Offset.offset(1.0));
        }
    }
}
