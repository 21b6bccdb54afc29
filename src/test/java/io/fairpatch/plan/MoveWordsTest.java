package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.PlanningConfig.Goals;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Progress;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a move, into the org too, is so: of families, of reps of whom little is known, of what would keep it. */
class MoveWordsTest {
    private static final Pattern WEIGHED = Pattern.compile("weighed (\\d+) % of potential or more instead of (\\d+) %");

    private final Planner planner = new Planner();

    /** Its parent needs Spanish, which the rep who has both does not speak. */
    private static PlannedMove childOfSpanish(Set<String> languages) {
        var org = new SmallOrg(60)
                .rep(true, RampStage.RAMPED, Set.of("en"))
                .rep(true, RampStage.RAMPED, languages)
                .account(50_000, 1, 0, false, "es")
                .account(50_000, 1, 1, false, null)
                .account(100_000, 1, 0, false, null);
        return new Planner()
                .plan(org.input(), Progress.NONE).moves().stream()
                        .filter(move -> move.account().equals(SmallOrg.account(2)))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void an_account_that_follows_its_family_s_language_names_the_family_and_the_language() {
        var move = childOfSpanish(Set.of("en", "es"));

        assertThat(move.headline())
                .isEqualTo("Language: Rep 2 speaks es, which is needed in its family of 2, Rep 1 does not.");
        assertThat(move.crmReason()).isEqualTo("Assigned to Rep 2, who speaks es, as its family needs.");
        assertThat(move.reasons())
                .extracting(Reason::sentence)
                .contains("Language es is needed in its family of 2")
                .noneMatch(sentence -> sentence.contains("null"));
    }

    @Test
    void nobody_is_said_to_speak_what_is_not_on_record() {
        var move = childOfSpanish(Set.of());

        assertThat(move.headline())
                .isEqualTo("Language: Rep 1 does not speak es, which is needed in its family of 2; what Rep 2 speaks is"
                        + " not on record.");
        assertThat(move.crmReason()).isEqualTo("Assigned to Rep 2: its family needs a rep who speaks es.");
    }

    /** Costs of plans that stand side by side are made of different things. */
    @Test
    void a_plan_says_what_its_cost_is_made_of() {
        PlanInput input =
                new SmallOrg(60).reps(2).account(2_000, 1, 0, false, null).input();

        assertThat(CostWords.of(input)).isEqualTo("in travel, lost relationships, lost fit and missed mix");
        assertThat(CostWords.of(input.with(Levers.NONE.fromScratch(Levers.Drawn.INDUSTRY))))
                .isEqualTo("in lost fit and missed mix");
        var drawn = Levers.NONE.fromScratch(Levers.Drawn.GEOGRAPHY);
        assertThat(CostWords.of(input.with(drawn))).isEqualTo("in travel and missed mix");
        var hired = List.of(Vacancy.rep(1, "No home", null, RampStage.RAMPED, null));
        var office = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> Vacancy.rep(number, "In town", null, RampStage.RAMPED, new GeoPoint(30, -97)))
                .toList();
        assertThat(List.of(hired, office))
                .extracting(reps -> CostWords.of(input.with(drawn).with(reps)))
                .containsOnly("in travel (where no home is known, from the centre drawn) and missed mix");
        var unweighed = input.planning().withGoals(new Goals(0, 0, 0, null, null, null));
        assertThat(CostWords.of(input.with(unweighed))).isEqualTo("by goals that all weigh nothing");
    }

    /** Handing over costs what it costs, so the weight alone has to make up for what the move is worth. */
    @Test
    void the_weight_of_relationships_that_would_keep_an_account_does_so() {
        var org = new SmallOrg(60).reps(2);
        for (int i = 0; i < 12; i++) {
            org.account(2_000, i < 9 ? 1 : 2, 0, false, null);
        }
        PlanInput input = org.input();
        double weight = input.planning().goals().relationship();
        Plan plan = planner.plan(input, Progress.NONE);
        assertThat(plan.why())
                .anyMatch(sentence -> sentence.contains("in travel, lost relationships, lost fit and missed mix;"));
        int weighed = 0;
        for (var move : plan.moves()) {
            var named = WEIGHED.matcher(Objects.requireNonNull(move.why()).staysIf());
            if (named.find()) {
                weighed++;
                var score = Objects.requireNonNull(input.scores().get(move.account()));
                double kept = score.potentialCents() * (score.customer() ? 1 : 0.2);
                double share = Integer.parseInt(named.group(1)) / 100.0;
                assertThat((share - weight) * kept).isGreaterThanOrEqualTo(move.worth() - 2);
                assertThat((share - 0.01 - weight) * kept).isLessThan(move.worth() + 2);
            }
        }
        assertThat(weighed).isPositive();
    }

    @Test
    void no_weight_is_named_where_relationships_weigh_nothing() {
        var org = new SmallOrg(60).reps(2);
        for (int i = 0; i < 12; i++) {
            org.account(2_000, i < 9 ? 1 : 2, 0, false, null);
        }
        var goals = new Goals(50, 0, 0, 0.0, 10_000.0, 0.0);
        PlanInput input = org.input();

        var moves = planner.plan(input.with(input.planning().withGoals(goals)), Progress.NONE)
                .moves();

        assertThat(moves).isNotEmpty();
        assertThat(moves)
                .extracting(move -> Objects.requireNonNull(move.why()).staysIf())
                .noneMatch(sentence -> sentence.contains("instead of"));
    }

    @Test
    void a_family_parted_by_hand_is_not_said_to_be_parted_by_its_named_accounts() {
        var org = new SmallOrg(60).reps(2);
        org.account(2_000, 1, 0, false, null).account(2_000, 1, 1, false, null).account(2_000, 1, 1, false, null);
        PlanInput input = org.input();
        var hands = Map.of(SmallOrg.account(1), SmallOrg.rep(2), SmallOrg.account(2), SmallOrg.rep(1));
        var notes = new ArrayList<String>();

        new ProblemBuilder(input.with(input.levers().pinning(hands)), notes).build();

        assertThat(notes)
                .contains("The family of Account 1 (3 accounts) is pinned to 2 reps (pinned by hand): each of these"
                        + " accounts is with its own, the rest with the first.");
    }
}
