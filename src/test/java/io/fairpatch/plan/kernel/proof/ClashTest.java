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
            var found = rules(problem, 5_000);
            assertThat(found.isPresent()).as("clash of %d", seed).isEqualTo(!possible(problem, Rule.all(problem)));
            if (found.isPresent()) {
                clashes++;
                var named = found.get().rules();
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
                .hasSize(4)
                .startsWith("These 26 rules cannot hold together:", "potential of r3 may be at most 60.")
                .endsWith("The pinned units alone bring 62.5 to potential of r3, where there is room for 60.");
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
                .hasSize(3)
                .startsWith("These 100 rules cannot hold together:")
                .last()
                .asString()
                .contains("bring at least 6020 potential, but there is room for 6000");
    }

    /** Four units are too few for five agents, and the three large ones for any four of them. */
    @Test
    void what_one_look_shows_of_a_small_problem_is_told_without_rules_that_can_be_left_out() {
        var builder = agents(5, 2, 60);
        for (int u = 0; u < 4; u++) {
            builder.unit("a" + u);
            for (int agent = 0; agent < 5; agent++) {
                builder.option(agent, 1, u == 0 ? 1_000_000 : 3_000_000);
            }
        }
        assertThat(find(builder.build()).orElseThrow())
                .startsWith("These 4 rules cannot hold together:")
                .noneMatch(sentence -> sentence.contains("innocent"));
    }

    @Test
    void a_unit_too_large_for_each_of_its_agents_is_told() {
        var builder = agents(40, 0, 60);
        builder.unit("big").option(4, 1, 61_000_000).option(5, 1, 61_000_000);
        for (int u = 0; u < 100; u++) {
            builder.unit("a" + u).option(u % 40, 1, 1_000_000).option((u + 1) % 40, 1, 1_000_000);
        }
        assertThat(find(builder.build()).orElseThrow())
                .contains("potential of r4 and r5 may each be at most 60.")
                .last()
                .asString()
                .contains("too large for each of them");
    }

    @Test
    void a_giant_that_leaves_no_room_for_enough_accounts_is_told_with_both_ends_of_each_agent() {
        assertThat(find(counted(5, 20, 12, 60).build()))
                .as("12 others bring 22 at least")
                .isEmpty();
        assertThat(find(counted(5, 20, 12, 110).build()).orElseThrow())
                .containsExactly(
                        "These 10 rules cannot hold together:",
                        "accounts of r0, r1, r2, r3 and r4 must each be at least 12.",
                        "potential of r0, r1, r2, r3 and r4 may each be at most 120.",
                        "giant can only go to r0, r1, r2 and 2 more, and none of them can take it.",
                        "With giant, r0 cannot reach 12 accounts with less than 121 potential, but there is room for 120.",
                        "With giant, r1 cannot reach 12 accounts with less than 121 potential, but there is room for 120.",
                        "With giant, r2 cannot reach 12 accounts with less than 121 potential, but there is room for 120.",
                        "So it is with the other 2.");
    }

    @Test
    void a_giant_with_one_agent_needs_its_two_ends_and_the_pin() {
        assertThat(find(counted(5, 20, 12, 110).pin(3).build()).orElseThrow())
                .containsExactly(
                        "These 3 rules cannot hold together:",
                        "giant is pinned to r3.",
                        "accounts of r3 must be at least 12.",
                        "potential of r3 may be at most 120.",
                        "With giant, which can go nowhere else, r3 cannot reach 12 accounts with less than 121 potential,"
                                + " but there is room for 120.");
        assertThat(find(counted(2, 20, 39, 1).build()).orElseThrow())
                .as("no giant needed")
                .contains(
                        "These 2 rules cannot hold together:",
                        "r0 cannot reach 39 accounts with less than 125 potential, but there is room for 120.");
    }

    /** Accounts of 1, 2, 3, 4, 5, 6 potential in turn, then a giant; each agent has to have this many accounts. */
    private static ProblemBuilder counted(int agents, int each, int least, long giant) {
        var names = IntStream.range(0, agents).mapToObj(a -> "r" + a).toList();
        var builder = new ProblemBuilder(names, List.of("accounts", "potential"));
        for (int a = 0; a < agents; a++) {
            builder.band(a, 0, least * Scale.ONE, AssignmentProblem.OPEN_HIGH);
            builder.band(a, 1, AssignmentProblem.OPEN_LOW, 120 * Scale.ONE);
        }
        for (int u = 0; u <= agents * each; u++) {
            builder.unit(u < agents * each ? "a" + u : "giant");
            for (int a = 0; a < agents; a++) {
                builder.option(a, u, Scale.ONE, u < agents * each ? (1 + u % 6) * Scale.ONE : giant * Scale.ONE);
            }
        }
        return builder;
    }

    @Test
    void units_too_large_to_share_an_agent_are_counted() {
        assertThat(find(larger(15, 31).build()).orElseThrow())
                .containsExactly(
                        "These 2 rules cannot hold together:",
                        "potential of r3 and r4 may each be at most 31.",
                        "3 units of at least 16 potential can only go to r3 and r4,"
                                + " but there is room for at most 1 each, 2 in all.");
        assertThat(find(larger(15, 32).build())).as("two fit").isEmpty();
    }

    /** Three units of 16 that only two of 25 agents may have, and smaller ones. */
    private static ProblemBuilder larger(int others, int high) {
        var builder = agents(25, 0, high);
        for (int u = 0; u < 3; u++) {
            builder.unit("large" + u).option(3, 0, 16 * Scale.ONE).option(4, 0, 16 * Scale.ONE);
        }
        for (int u = 0; u < others; u++) {
            builder.unit("b" + u).option(5 + u, u, Scale.ONE).option(6 + u, u, Scale.ONE);
        }
        return builder;
    }

    @Test
    void a_local_clash_is_named_alone_among_very_many_rules() {
        assertThat(find(local(11, 8, 0).build()).orElseThrow())
                .containsExactly(
                        "These 2 rules cannot hold together:",
                        "potential of r3 and r4 may each be at most 11.",
                        "4 units can only go to r3 and r4 and bring at least 24 potential, but there is room for 22.");
        assertThat(find(local(30, 14, 13).build()).orElseThrow())
                .containsExactly(
                        "These 2 rules cannot hold together:",
                        "potential of r3 and r4 must each be at least 13.",
                        "4 units can go to r3 and r4 and bring at most 24 potential, but 26 is needed.");
        var pinned = local(30, 17, 0);
        for (int u = 0; u < 3; u++) {
            pinned.unit("p" + u)
                    .option(3, 0, 12_000_000)
                    .option(4, 0, 12_000_000)
                    .option(9, 0, 12_000_000);
        }
        assertThat(find(pinned.build())).as("room elsewhere").isEmpty();
    }

    /** Four units of 6 that only two of 25 agents may have; elsewhere units fit easily, pinned or not. */
    private static ProblemBuilder local(int high, int others, int low) {
        var builder = agents(25, 0, 40).band(3, 0, low * Scale.ONE, high * Scale.ONE);
        builder.band(4, 0, low * Scale.ONE, high * Scale.ONE);
        for (int u = 0; u < 4; u++) {
            builder.unit("a" + u).option(3, 0, 6 * Scale.ONE).option(4, 0, 6 * Scale.ONE);
        }
        for (int u = 0; u < others; u++) {
            builder.unit("b" + u).option(5 + u, u, Scale.ONE).option(6 + u, u, Scale.ONE);
            if (u % 2 == 0) {
                builder.pin(5 + u);
            }
        }
        return builder;
    }

    @Test
    void pins_that_only_together_with_others_leave_too_little_room_are_named() {
        var builder = local(14, 8, 0);
        builder.unit("p")
                .option(3, 0, 5 * Scale.ONE)
                .option(9, 0, 5 * Scale.ONE)
                .pin(3);
        assertThat(find(builder.build()).orElseThrow())
                .containsExactly(
                        "These 3 rules cannot hold together:",
                        "potential of r3 and r4 may each be at most 14.",
                        "p is pinned to r3.",
                        "5 units of at least 5 potential can only go to r3 and r4,"
                                + " but there is room for at most 2 each, 4 in all.");
    }

    @Test
    void a_pair_is_named_rather_than_three_that_clash_as_well() {
        var builder = agents(5, 0, 11);
        for (int u = 0; u < 4; u++) {
            builder.unit("a" + u).option(3, 0, 6 * Scale.ONE).option(4, 0, 6 * Scale.ONE);
            builder.unit("b" + u)
                    .option(0, 0, 9 * Scale.ONE)
                    .option(1, 0, 9 * Scale.ONE)
                    .option(2, 0, 9 * Scale.ONE);
        }
        assertThat(find(builder.build()).orElseThrow())
                .startsWith("These 2 rules cannot hold together:")
                .contains("potential of r3 and r4 may each be at most 11.");
    }

    @Test
    void a_unit_without_any_option_needs_no_rule_to_clash() {
        var builder = agents(2, 0, 60);
        builder.unit("a0");
        assertThat(find(builder.build())).contains(List.of("The units' own options leave no plan."));
    }

    @Test
    void a_search_cut_short_names_what_is_proven_and_says_so() {
        var builder = local(14, 8, 0);
        for (int u = 0; u < 9; u++) {
            builder.unit("small" + u).option(3, 0, Scale.ONE / 2).option(4, 0, Scale.ONE / 2);
        }
        var problem = builder.build();
        long steps = 0;
        while (find(problem, steps).isEmpty()) {
            steps++;
        }
        assertThat(steps).isBetween(1L, 100L);
        var why = find(problem, steps).orElseThrow();
        assertThat(why)
                .contains("potential of r3 and r4 may each be at most 14.")
                .last()
                .asString()
                .startsWith("Time ran out");
        assertThat(possible(problem, rules(problem, steps).orElseThrow().rules()))
                .isFalse();
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
        return find(problem, 5_000);
    }

    private static Optional<List<String>> find(AssignmentProblem problem, long steps) {
        try (var workers = new Workers(1)) {
            return Clash.find(problem, workers, pace(steps));
        }
    }

    private static Optional<Clash.Found> rules(AssignmentProblem problem, long steps) {
        try (var workers = new Workers(1)) {
            return new Clash(problem, workers, pace(steps), null).find(false, () -> {});
        }
    }

    private static Pace pace(long steps) {
        return new Pace(Budget.ofSteps(steps, 1, 1), Progress.NONE, () -> 0);
    }

    private static boolean possible(AssignmentProblem problem, List<Rule> rules) {
        return BruteForce.of(Rule.only(problem, rules)).leastCost != Long.MAX_VALUE;
    }
}
