package io.fairpatch.plan.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ClashTest {

    @Test
    void the_named_rules_clash_and_none_of_them_can_be_left_out() {
        int clashes = 0;
        for (int seed = 1; seed <= 160; seed++) {
            var problem = seed % 2 == 0 ? OddProblems.draw(seed, 1, 8, 3) : RandomProblems.draw(seed, 8, 3);
            var why = find(problem);
            assertThat(why.isPresent()).as("clash of %d", seed).isEqualTo(!possible(problem, Rule.all(problem)));
            if (why.isPresent()) {
                clashes++;
                var named = named(problem, why.get());
                assertThat(possible(problem, named))
                        .as("rules of %d hold", seed)
                        .isFalse();
                for (var rule : named) {
                    List<Rule> others = new ArrayList<>(named);
                    others.remove(rule);
                    assertThat(possible(problem, others))
                            .as("%s of %d is needed", rule, seed)
                            .isTrue();
                }
            }
        }
        assertThat(clashes).isGreaterThan(20);
    }

    @Test
    void the_fewest_pins_that_overfill_a_band_are_named() {
        var builder = agents(100, 40, 60);
        for (int u = 0; u < 2_000; u++) {
            builder.unit("a" + u);
            IntStream.of(3, 10 + u % 90, (11 + u * 7) % 100 == 3 ? 0 : (11 + u * 7) % 100)
                    .distinct()
                    .forEach(a -> builder.option(a, a, 2_500_000));
            if (u < 30) {
                builder.pin(3);
            }
        }
        assertThat(find(builder.build()).orElseThrow())
                .hasSize(28)
                .contains("potential of r3 may be at most 60.", "a7 is pinned to r3.")
                .contains("The pinned units alone bring 62.5 to potential of r3, where there is room for 60.");
    }

    @Test
    void too_little_room_for_all_names_every_upper_end_and_the_sums() {
        var builder = agents(100, 40, 60);
        for (int u = 0; u < 2_000; u++) {
            builder.unit("a" + u);
            for (int step = 0; step < 12; step++) {
                builder.option((u + step * step) % 100, step, 3_010_000);
            }
        }
        assertThat(find(builder.build()).orElseThrow())
                .hasSize(102)
                .last()
                .asString()
                .contains("bring at least 6020 potential, but there is room for 6000");
    }

    @Test
    void a_unit_too_large_for_each_of_its_agents_is_told() {
        var builder = agents(40, 0, 60);
        builder.unit("big").option(4, 1, 61_000_000).option(5, 1, 61_000_000);
        for (int u = 0; u < 100; u++) {
            builder.unit("a" + u).option(u % 40, 1, 1_000_000).option((u + 1) % 40, 1, 1_000_000);
        }
        assertThat(find(builder.build()).orElseThrow())
                .contains("potential of r4 may be at most 60.", "potential of r5 may be at most 60.")
                .last()
                .asString()
                .contains("too large for each of them");
    }

    private static ProblemBuilder agents(int count, int low, int high) {
        var names = IntStream.range(0, count).mapToObj(a -> "r" + a).toList();
        var builder = new ProblemBuilder(names, List.of("potential"));
        for (int a = 0; a < count; a++) {
            builder.band(a, 0, low * Scale.ONE, high * Scale.ONE);
        }
        return builder;
    }

    private static Optional<List<String>> find(AssignmentProblem problem) {
        try (var workers = new Workers(1)) {
            return Clash.find(problem, workers, new Pace(Budget.ofSteps(5_000, 1, 1), Progress.NONE, () -> 0));
        }
    }

    private static List<Rule> named(AssignmentProblem problem, List<String> why) {
        return Rule.all(problem).stream()
                .filter(rule -> why.contains(rule.sentence(problem) + "."))
                .toList();
    }

    private static boolean possible(AssignmentProblem problem, List<Rule> rules) {
        return BruteForce.of(Rule.only(problem, rules)).leastCost != Long.MAX_VALUE;
    }
}
