package io.fairpatch.plan;

import static io.fairpatch.plan.StoryOrg.account;
import static io.fairpatch.plan.StoryOrg.rep;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.PlanningConfig.Goals;
import io.fairpatch.model.GrowthBand;
import io.fairpatch.model.Play;
import io.fairpatch.model.Progress;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.fairpatch.plan.StoryOrg.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The guides' stories, told in docs/stories.md. */
class GoldenStoriesTest {
    private static final double EAST = -76;
    private static final double WEST = -118;

    private final Planner planner = new Planner();

    private Plan plan(PlanInput input) {
        Plan plan = planner.plan(input, Progress.NONE);
        PlanChecks.everyAccountHasAnActiveRep(input, plan);
        PlanChecks.reasonsAddUp(plan);
        return plan;
    }

    private static Set<SalesforceId> holders(Plan plan, int from, int to) {
        var holders = new HashSet<SalesforceId>();
        for (int number = from; number <= to; number++) {
            holders.add(Objects.requireNonNull(plan.rep().get(account(number))));
        }
        return holders;
    }

    @Test
    @Tag("C20")
    void three_enterprise_reps_cover_all_enterprise_accounts_and_seven_share_the_rest() {
        var org = new StoryOrg();
        for (int number = 1; number <= 10; number++) {
            org.rep(number <= 3 ? "Enterprise AE" : "SMB AE", number % 2 == 0 ? WEST : EAST, true);
        }
        Kind large = Kind.of(600_000, Tier.TWO).played("Enterprise AE", Play.Agent.REP);
        Kind small = Kind.of(10_000, Tier.THREE).played("SMB AE", Play.Agent.REP);
        for (int i = 1; i <= 21; i++) {
            org.account(large, i <= 14 ? 1 + 2 * (i % 5) : 2 + 2 * (i % 4), i <= 14 ? EAST : WEST);
        }
        for (int i = 1; i <= 500; i++) {
            org.account(small, 1 + i % 10, i % 2 == 0 ? WEST : EAST);
        }
        PlanInput input = org.input();
        var rules = input.planning().rules().withRoleByPlay(true);

        var planning = input.planning().withRules(rules).withBands(Map.of(Planner.WORKLOAD, 0.25));
        Plan plan = plan(input.with(planning));

        assertThat(plan.status()).as(plan.why().toString()).isEqualTo(Plan.Status.FEASIBLE);
        assertThat(holders(plan, 1, 21)).containsExactlyInAnyOrder(rep(1), rep(2), rep(3));
        assertThat(holders(plan, 22, 521)).hasSize(7).doesNotContain(rep(1), rep(2), rep(3));
        assertThat(Balance.after(plan.books()).spread()).isLessThan(1.2);
    }

    @Test
    @Tag("B26")
    @Tag("D23")
    void a_burnt_out_rep_gives_mature_accounts_to_customer_success_and_gets_growth() {
        var org = new StoryOrg().rep(null, EAST, true).rep(null, EAST, true).rep("Customer Success", EAST, true);
        Kind mature = Kind.of(150_000, Tier.ONE).growing(GrowthBand.LOW).buying();
        for (int i = 0; i < 8; i++) {
            org.account(i < 2 ? mature.played("", Play.Agent.CUSTOMER_SUCCESS) : mature, 1, EAST);
        }
        Kind growth = Kind.of(160_000, Tier.TWO).growing(GrowthBand.HIGH);
        for (int i = 0; i < 10; i++) {
            org.account(growth, 2, EAST);
        }

        Plan plan = plan(org.input());

        assertThat(plan.rep().get(account(1))).isEqualTo(rep(3));
        assertThat(plan.rep().get(account(2))).isEqualTo(rep(3));
        long grown = plan.rep().entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(account(9)) >= 0
                        && entry.getValue().equals(rep(1)))
                .count();
        assertThat(grown).isBetween(2L, 8L);
        assertThat(Balance.after(plan.books()).spread())
                .isLessThan(Balance.before(plan.books()).spread());
    }

    private static StoryOrg fifteen(int inactive) {
        var org = new StoryOrg();
        for (int number = 1; number <= 15; number++) {
            org.rep(null, EAST - 3 * number, number != inactive);
        }
        for (int i = 0; i < 500; i++) {
            int owner = 1 + i % 15;
            org.account(Kind.of(20_000 + 900 * (i % 37), Tier.values()[i % 3]), owner, EAST - 3 * owner);
        }
        return org;
    }

    @Test
    @Tag("D8")
    void five_hundred_accounts_and_fifteen_reps_get_even_work() {
        var org = new StoryOrg();
        for (int number = 1; number <= 15; number++) {
            org.rep(null, EAST - 3 * number, true);
        }
        for (int i = 0; i < 500; i++) {
            org.account(Kind.of(20_000 + 900 * (i % 37), Tier.values()[i % 3]), 1 + i * i % 5, EAST - 3 * (i % 15));
        }

        Plan plan = plan(org.input());

        var hours = plan.books().stream()
                .mapToDouble(book -> book.after().workloadHours())
                .summaryStatistics();
        assertThat(plan.status()).as(plan.why().toString()).isEqualTo(Plan.Status.FEASIBLE);
        assertThat(hours.getMax() / hours.getMin()).isLessThan(1.16 / 0.84);
    }

    @Test
    @Tag("E4")
    void when_a_rep_leaves_only_that_book_moves() {
        PlanInput input = fifteen(4).input();
        Set<SalesforceId> leaver = input.accounts().stream()
                .filter(account -> rep(4).equals(account.ownerId()))
                .map(account -> account.id())
                .collect(Collectors.toSet());

        Plan plan = plan(input.with(input.levers().moving(leaver)));

        assertThat(plan.moves().stream().map(PlannedMove::account)).containsExactlyInAnyOrderElementsOf(leaver);
    }

    @Test
    @Tag("E3")
    @Tag("E8")
    void five_new_hires_get_books_and_protected_territories_stay() {
        PlanInput input = fifteen(0).input();
        List<Rep> reps = new ArrayList<>(input.reps());
        for (int number = 1; number <= 5; number++) {
            reps.add(Vacancy.rep(number, "Hire " + number, null, RampStage.RAMPED, null));
        }

        Plan plan = plan(input.with(reps).with(input.levers().protecting(Set.of(rep(1), rep(2)))));

        assertThat(plan.moves()).noneMatch(move -> Set.of(rep(1), rep(2)).contains(move.from()));
        assertThat(plan.books())
                .filteredOn(book -> Vacancy.is(book.rep()))
                .hasSize(5)
                .allMatch(book -> book.after().potentialCents() > 0.8 * book.targetCents());
    }

    @Test
    @Tag("E2")
    @Tag("I3")
    void three_years_unchanged_are_evened_out_with_few_moves() {
        var org = new StoryOrg();
        for (int number = 1; number <= 6; number++) {
            org.rep(null, EAST, true);
        }
        for (int i = 0; i < 120; i++) {
            org.account(Kind.of(30_000, Tier.TWO), i < 40 ? 1 : 1 + i % 6, EAST);
        }
        PlanInput input = org.input();

        Plan usual = plan(input);
        Plan fewest = plan(input.with(input.planning().withGoals(new Goals(0, 0, 0, 0.0, 100_000.0, 0.0))));

        // 53 accounts are with the first rep, 21 fit the band: 32 have to go, and nobody else's
        assertThat(fewest.moves())
                .hasSizeLessThanOrEqualTo(usual.moves().size())
                .hasSize(32);
        assertThat(fewest.status()).isEqualTo(Plan.Status.FEASIBLE);
    }

    @Test
    @Tag("E1")
    @Tag("E9")
    @Tag("I1")
    void a_map_drawn_from_scratch_ignores_who_has_what() {
        PlanInput input = fifteen(0).input();
        Plan drawn = plan(input.with(Levers.NONE.fromScratch(Levers.Drawn.GEOGRAPHY)));

        assertThat(Balance.after(drawn.books()).spread()).isLessThan(1.2);
        assertThat(drawn.why())
                .noneMatch(sentence -> sentence.contains("may move"))
                .anyMatch(sentence -> sentence.startsWith("Warning: only geography drives this plan."));
        assertThat(plan(input).why()).noneMatch(sentence -> sentence.contains("geography"));
    }

    @Test
    @Tag("H5")
    void what_a_hand_pinned_and_forbade_holds_when_the_rest_is_planned_again() {
        PlanInput input = fifteen(0).input();
        var levers = input.levers()
                .pinning(Map.of(account(1), rep(9)))
                .forbidding(Map.of(account(2), Set.of(rep(2), rep(3))));

        Plan plan = plan(input.with(levers));

        assertThat(plan.rep().get(account(1))).isEqualTo(rep(9));
        assertThat(plan.rep().get(account(2))).isNotIn(rep(2), rep(3));
    }
}
