package io.fairpatch.plan.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.proof.Rule.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one band or one unit shows, against every set of one band's end and some pins. */
final class DirectTest {

    @Test
    void what_is_named_clashes_and_no_end_of_a_band_clashes_with_fewer_pins() {
        int found = 0;
        for (int seed = 1; seed <= 150; seed++) {
            var problem = pinned(seed);
            var rules = Direct.of(problem);
            rules.ifPresent(named -> assertThat(possible(problem, named)).isFalse());
            int named = rules.map(List::size).orElse(Integer.MAX_VALUE);
            assertThat(named).as("rules of %d", seed).isLessThanOrEqualTo(fewest(problem));
            found += rules.isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(40, 140);
    }

    /** A drawn problem with some units pinned anywhere. */
    private static AssignmentProblem pinned(int seed) {
        var problem = OddProblems.draw(seed, 1, 6, 3);
        var random = new SplittableRandom(seed);
        return problem.withPins(IntStream.range(0, problem.units())
                .map(u -> random.nextInt(2) == 0 ? -1 : random.nextInt(problem.first(u), problem.first(u + 1)))
                .toArray());
    }

    /** The size of the smallest clash of one end of a band and pins. */
    private static int fewest(AssignmentProblem problem) {
        var all = Rule.all(problem);
        var pins = all.stream().filter(r -> r.kind() == Kind.PINNED).toList();
        int fewest = Integer.MAX_VALUE;
        for (var end : all.subList(0, all.size() - pins.size())) {
            for (int set = 0; set < 1 << pins.size(); set++) {
                List<Rule> rules = new ArrayList<>(List.of(end));
                for (int p = 0; p < pins.size(); p++) {
                    if ((set >> p & 1) == 1) {
                        rules.add(pins.get(p));
                    }
                }
                if (rules.size() < fewest && !possible(problem, rules)) {
                    fewest = rules.size();
                }
            }
        }
        return fewest;
    }

    private static boolean possible(AssignmentProblem problem, List<Rule> rules) {
        return BruteForce.of(Rule.only(problem, rules)).leastCost != Long.MAX_VALUE;
    }

    @Test
    void all_units_together_may_bring_too_much_or_too_little() {
        assertThat(Direct.of(shared(0, 9))).contains(List.of(new Rule(Kind.AT_MOST, 1), new Rule(Kind.AT_MOST, 3)));
        assertThat(Direct.of(shared(11, 99))).contains(List.of(new Rule(Kind.AT_LEAST, 1), new Rule(Kind.AT_LEAST, 3)));
        assertThat(Direct.of(shared(10, 10))).isEmpty();
        assertThat(Direct.of(shared(AssignmentProblem.OPEN_LOW, AssignmentProblem.OPEN_HIGH)))
                .isEmpty();
    }

    /** Four units of 5 visits for two agents with these bands of visits; the larger of two loads counts for what they offer. */
    private static AssignmentProblem shared(long low, long high) {
        var builder = new ProblemBuilder(List.of("r0", "r1"), List.of("load", "visits"));
        for (int u = 0; u < 4; u++) {
            builder.unit("a" + u).option(0, 0, 1, 5).option(1, 0, 1, 5);
        }
        return builder.band(0, 1, low, high).band(1, 1, low, high).build();
    }

    @Test
    void agents_that_need_little_and_agents_nobody_can_go_to_are_left_out() {
        var builder = new ProblemBuilder(List.of("r0", "r1", "r2", "r3"), List.of("load"))
                .band(0, 0, 1, 99)
                .band(1, 0, 6, 99)
                .band(2, 0, 6, 99);
        builder.unit("a").option(0, 0, 5).option(1, 0, 5).option(2, 0, 5);
        builder.unit("b").option(0, 0, 6).option(1, 0, 6).option(2, 0, 6);
        assertThat(Direct.of(builder.build()))
                .contains(List.of(new Rule(Kind.AT_LEAST, 1), new Rule(Kind.AT_LEAST, 2)));
        for (int a = 0; a < 4; a++) {
            builder.band(a, 0, 0, a == 3 ? 0 : 3);
        }
        builder.unit("c").option(1, 0, 1);
        assertThat(Direct.of(builder.build()).orElseThrow()).doesNotContain(new Rule(Kind.AT_MOST, 3));
    }

    @Test
    void a_unit_without_a_home_is_named_with_the_ends_that_turn_it_away() {
        var builder = new ProblemBuilder(List.of("r0", "r1", "r2"), List.of("load"))
                .band(0, 0, 0, 9)
                .band(1, 0, 2, 50)
                .band(2, 0, 0, 99);
        builder.unit("big").option(0, 0, 10).option(1, 0, -10);
        builder.unit("other").option(1, 0, 8).option(2, 0, 8);
        assertThat(Direct.of(builder.build())).contains(List.of(new Rule(Kind.AT_MOST, 0), new Rule(Kind.AT_LEAST, 1)));
        builder.unit("more").option(1, 0, 4).option(2, 0, 8);
        assertThat(Direct.of(builder.build())).isEmpty();
    }

    @Test
    void a_pinned_unit_is_turned_away_by_its_own_agent_alone() {
        var builder = new ProblemBuilder(List.of("r0", "r1"), List.of("load")).band(0, 0, 0, 9);
        builder.unit("big").option(0, 0, 10).option(1, 0, 10).pin(0);
        assertThat(Direct.of(builder.build()).orElseThrow())
                .containsExactlyInAnyOrder(new Rule(Kind.PINNED, 0), new Rule(Kind.AT_MOST, 0));
        builder.pin(1);
        assertThat(Direct.of(builder.build())).isEmpty();
    }
}
