package io.fairpatch.plan.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.proof.Rule.Kind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The words for each kind of clash. */
final class SentencesTest {
    private static final Rule ROOM_0 = new Rule(Kind.AT_MOST, 1);
    private static final Rule ROOM_1 = new Rule(Kind.AT_MOST, 3);
    private static final Rule NEED_0 = new Rule(Kind.AT_LEAST, 1);
    private static final Rule NEED_1 = new Rule(Kind.AT_LEAST, 3);
    private static final Rule PIN_A = new Rule(Kind.PINNED, 0);
    private static final Rule PIN_B = new Rule(Kind.PINNED, 1);

    private final ProblemBuilder builder = new ProblemBuilder(List.of("Ann", "Bob", "Cy"), List.of("load", "visits"));

    @BeforeEach
    void units() {
        unit("acme").option(0, 0, 0, one(10)).option(1, 0, 0, one(7)).pin(0);
        unit("bolt")
                .option(0, 0, 0, one(10))
                .option(1, 0, 0, one(8))
                .option(2, 0, 0, one(2))
                .pin(1);
        unit("cox").option(0, 0, 0, one(10)).option(1, 0, 0, one(10));
    }

    private ProblemBuilder unit(String id) {
        return builder.unit(id);
    }

    private static long one(long amount) {
        return amount * Scale.ONE;
    }

    private AssignmentProblem bands(long low, long high) {
        return builder.band(0, 1, one(low), one(high))
                .band(1, 1, one(low), one(high))
                .build();
    }

    private List<String> words(AssignmentProblem problem, Rule... rules) {
        return Sentences.of(problem, List.of(rules), false);
    }

    @Test
    void each_rule_is_said_with_its_names_and_amount() {
        assertThat(words(bands(5, 9), ROOM_0, NEED_1, PIN_B))
                .containsExactly(
                        "These 3 rules cannot hold together:",
                        "visits of Ann may be at most 9.",
                        "visits of Bob must be at least 5.",
                        "bolt is pinned to Bob.");
        assertThat(words(bands(5, 9), PIN_A)).containsExactly("This rule cannot hold:", "acme is pinned to Ann.");
        assertThat(words(bands(5, 9))).containsExactly("The units' own options leave no plan.");
    }

    @Test
    void rules_that_ask_the_same_are_said_in_one_sentence() {
        unit("dot").option(0, 0, 0, one(1)).option(1, 0, 0, one(1)).pin(1);
        builder.band(2, 1, one(0), one(8));
        var room2 = new Rule(Kind.AT_MOST, 5);
        assertThat(words(bands(5, 9), ROOM_0, NEED_0, PIN_A, ROOM_1, NEED_1, PIN_B, room2, new Rule(Kind.PINNED, 3)))
                .startsWith(
                        "These 8 rules cannot hold together:",
                        "visits of Ann and Bob may each be at most 9.",
                        "visits of Ann and Bob must each be at least 5.",
                        "acme is pinned to Ann.",
                        "bolt and dot are pinned to Bob.",
                        "visits of Cy may be at most 8.");
    }

    @Test
    void time_that_ran_out_is_told() {
        assertThat(Sentences.of(bands(5, 9), List.of(PIN_A), true))
                .last()
                .isEqualTo("Time ran out while looking for the smallest set, so some of these rules may be innocent.");
    }

    @Test
    void both_ends_of_a_band_name_the_nearest_totals() {
        String nearest = "No units together bring a visits of Ann in between: the nearest are 10 and 20.";
        assertThat(words(bands(12, 19), ROOM_0, NEED_0)).last().isEqualTo(nearest);
        assertThat(words(bands(12, 19), NEED_0, ROOM_0)).last().isEqualTo(nearest);
        assertThat(words(bands(12, 20), NEED_0, ROOM_0)).as("20 is in between").hasSize(3);
        assertThat(words(bands(31, 40), NEED_0, ROOM_0)).as("nothing is above").hasSize(3);
    }

    /** With so many totals that only some can be told from the loads. */
    @Test
    void an_end_of_a_band_is_not_named_as_a_total() {
        assertThat(between(14_486_387, 14_284_241, 13_325_452, 13_325_453))
                .isEqualTo("No units together bring a load of Ann in between: "
                        + "those that stay within 13.325453 bring at most 0.");
        assertThat(between(10_000_001, 10_000_003, 15_000_000, 17_000_000))
                .isEqualTo("No units together bring a load of Ann in between: "
                        + "those that reach 15 bring at least 20.000004.");
    }

    private String between(long acme, long bolt, long low, long high) {
        var problem = new ProblemBuilder(List.of("Ann", "Bob"), List.of("load"))
                .band(0, 0, low, high)
                .unit("acme")
                .option(0, 0, acme)
                .option(1, 0, 0)
                .unit("bolt")
                .option(0, 0, bolt)
                .option(1, 0, 0)
                .build();
        return words(problem, new Rule(Kind.AT_MOST, 0), new Rule(Kind.AT_LEAST, 0))
                .get(3);
    }

    @Test
    void pins_that_overfill_a_band_are_summed() {
        assertThat(words(bands(0, 9), ROOM_0, PIN_A))
                .last()
                .isEqualTo("The pinned units alone bring 10 to visits of Ann, where there is room for 9.");
        assertThat(words(bands(0, 7), ROOM_1, PIN_A, PIN_B))
                .last()
                .isEqualTo("The pinned units alone bring 8 to visits of Bob, where there is room for 7.");
        assertThat(words(bands(22, 99), NEED_0, PIN_B))
                .as("a band that starves has no sum")
                .hasSize(3);
        assertThat(words(builder.band(0, 0, -one(2), -one(1)).build(), new Rule(Kind.AT_MOST, 0), PIN_A))
                .as("the first unit's pin and the first band")
                .last()
                .isEqualTo("The pinned units alone bring 0 to load of Ann, where there is room for -1.");
    }

    @Test
    void units_that_can_go_nowhere_else_are_counted_with_the_least_they_bring() {
        assertThat(words(bands(0, 8), ROOM_0, ROOM_1))
                .last()
                .isEqualTo(
                        "2 units can only go to Ann and Bob and bring at least 17 visits, but there is room for 16.");
        assertThat(words(bands(0, 9), ROOM_0, ROOM_1))
                .last()
                .isEqualTo("cox can only go to Ann and Bob and is too large for each of them.");
        assertThat(words(bands(0, 12), ROOM_0, ROOM_1))
                .last()
                .isEqualTo(
                        "2 units can only go to Ann and Bob; there is room for their sum, but no way to share them out fits.");
        unit("dot").option(2, 0, 0, one(4));
        assertThat(words(builder.band(2, 1, 0, one(3)).build(), new Rule(Kind.AT_MOST, 5)))
                .last()
                .isEqualTo("1 unit can only go to Cy and bring at least 4 visits, but there is room for 3.");
    }

    @Test
    void units_that_can_come_are_counted_with_the_most_they_bring() {
        assertThat(words(bands(16, 99), NEED_0, NEED_1))
                .last()
                .isEqualTo("3 units can go to Ann and Bob and bring at most 30 visits, but 32 is needed.");
        assertThat(words(builder.band(2, 1, one(3), one(9)).build(), new Rule(Kind.AT_LEAST, 5)))
                .last()
                .isEqualTo("1 unit can go to Cy and bring at most 2 visits, but 3 is needed.");
    }

    @Test
    void loads_below_zero_count_where_they_cannot_be_avoided() {
        unit("debt").option(0, 0, 0, -one(3)).option(1, 0, 0, -one(4));
        unit("else").option(0, 0, 0, -one(5)).option(2, 0, 0, one(0));
        assertThat(words(bands(16, 99), NEED_0, NEED_1))
                .last()
                .isEqualTo("5 units can go to Ann and Bob and bring at most 27 visits, but 32 is needed.");
        assertThat(words(bands(0, 3), ROOM_0, ROOM_1))
                .last()
                .isEqualTo("3 units can only go to Ann and Bob and bring at least 8 visits, but there is room for 6.");
        assertThat(words(bands(13, 99), NEED_0, NEED_1))
                .as("sums do not tell")
                .last()
                .isEqualTo("3 units of at least 2 visits can go to Ann and Bob, but 2 each, 4 in all are needed.");
    }

    @Test
    void of_many_names_ten_are_told() {
        var names = IntStream.range(0, 13).mapToObj(a -> "r" + a).toList();
        var many = new ProblemBuilder(names, List.of("load")).unit("u");
        var rules = IntStream.range(0, 13).mapToObj(a -> new Rule(Kind.AT_LEAST, a));
        for (int a = 0; a < 13; a++) {
            many.option(a, 0, one(1)).band(a, 0, one(1), one(2));
        }
        assertThat(Sentences.of(many.build(), rules.toList(), false))
                .last()
                .asString()
                .contains("r8, r9 and 3 more and bring at most 1 load, but 13 is needed");
    }

    @Test
    void ends_of_different_kinds_or_measures_have_no_common_sum() {
        var problem = bands(5, 9);
        assertThat(words(problem, ROOM_0, NEED_1)).hasSize(3);
        assertThat(words(builder.band(1, 0, 0, one(1)).build(), ROOM_0, new Rule(Kind.AT_MOST, 2)))
                .hasSize(3);
    }

    @Test
    void rules_are_those_that_were_set() {
        var problem = builder.band(0, 1, one(1), AssignmentProblem.OPEN_HIGH)
                .band(2, 0, AssignmentProblem.OPEN_LOW, one(5))
                .build();
        assertThat(Rule.all(problem)).containsExactly(NEED_0, new Rule(Kind.AT_MOST, 4), PIN_A, PIN_B);
        var some = Rule.only(problem, List.of(new Rule(Kind.AT_MOST, 4), PIN_B));
        assertThat(Rule.all(some)).containsExactly(new Rule(Kind.AT_MOST, 4), PIN_B);
        assertThat(some.high(4)).isEqualTo(one(5));
        assertThat(some.pin(1)).isEqualTo(problem.pin(1));
    }
}
