package io.fairpatch.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.Progress;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final Planner planner = new Planner();

    @Property(tries = 40)
    @Tag("D2")
    @Tag("D18")
    @Tag("D32")
    @Tag("H2")
    void any_org_is_planned_whole_and_every_move_explained(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int accounts,
            @ForAll @IntRange(min = 1, max = 6) int reps) {
        PlanInput input = SmallOrg.random(seed, accounts, reps, 2_000).input();

        Plan plan = planner.plan(input, Progress.NONE);

        everyAccountHasAnActiveRep(input, plan);
        namedAccountsStay(input, plan);
        movesAreExactlyTheChanges(input, plan);
        reasonsAddUp(plan);
        assertThat(plan.boundCents() == null || plan.boundCents() <= plan.costCents())
                .isTrue();
        assertThat(new HashSet<>(plan.books().stream().map(Book::territory).toList()))
                .hasSameSizeAs(plan.books());
    }

    private static void everyAccountHasAnActiveRep(PlanInput input, Plan plan) {
        var active = new HashSet<SalesforceId>();
        input.reps().stream().filter(rep -> rep.active()).forEach(rep -> active.add(rep.id()));
        assertThat(plan.rep()).hasSameSizeAs(input.accounts());
        assertThat(active).containsAll(plan.rep().values());
    }

    private static void namedAccountsStay(PlanInput input, Plan plan) {
        var active = new HashSet<SalesforceId>();
        input.reps().stream().filter(rep -> rep.active()).forEach(rep -> active.add(rep.id()));
        for (Account account : input.accounts()) {
            SalesforceId rep = input.currentRep().get(account.id());
            if (account.namedAccount() && rep != null && active.contains(rep)) {
                assertThat(plan.rep().get(account.id())).isEqualTo(rep);
            }
        }
    }

    private static void movesAreExactlyTheChanges(PlanInput input, Plan plan) {
        Map<SalesforceId, SalesforceId> changed = new HashMap<>(plan.rep());
        input.currentRep().forEach(changed::remove);
        Map<SalesforceId, SalesforceId> moved = new HashMap<>();
        plan.moves().forEach(move -> moved.put(move.account(), move.to()));
        assertThat(moved).isEqualTo(changed);
    }

    private static void reasonsAddUp(Plan plan) {
        for (PlannedMove move : plan.moves()) {
            BigDecimal sum = move.reasons().stream()
                    .map(Reason::points)
                    .map(BigDecimal::valueOf)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(BigDecimal.valueOf(move.worth()));
            assertThat(move.reasons()).isNotEmpty();
            assertThat(move.headline()).isNotBlank();
            assertThat(move.crmReason()).isNotBlank().hasSizeLessThanOrEqualTo(255);
        }
    }

    @Property(tries = 15)
    @Tag("D32")
    void families_without_two_pins_are_never_split(@ForAll long seed) {
        var org = new SmallOrg(1_000).reps(4);
        for (int i = 1; i <= 40; i++) {
            org.account(10_000 + Math.floorMod(seed * i, 50_000), 1 + i % 4, i > 10 ? i - 10 : 0, false, null);
        }

        Plan plan = planner.plan(org.input(), Progress.NONE);

        for (int i = 11; i <= 40; i++) {
            assertThat(plan.rep().get(SmallOrg.account(i))).isEqualTo(plan.rep().get(SmallOrg.account(i - 10)));
        }
    }

    @Test
    void the_same_input_and_seed_give_the_same_plan() {
        PlanInput input = SmallOrg.random(5, 120, 6, 20_000).input();
        var shuffled = new ArrayList<>(input.accounts());
        Collections.reverse(shuffled);
        var other = new PlanInput(
                shuffled,
                input.scores(),
                input.reps(),
                input.currentRep(),
                input.territoryNames(),
                input.planning(),
                input.coverage(),
                input.today(),
                input.seed());

        assertThat(planner.plan(other, Progress.NONE)).isEqualTo(planner.plan(input, Progress.NONE));
    }

    @Test
    @Tag("D19")
    void an_account_goes_to_a_rep_who_speaks_its_language() {
        var org = new SmallOrg(500)
                .rep(true, RampStage.RAMPED, Set.of("en"))
                .rep(true, RampStage.RAMPED, Set.of("en", "es"))
                .account(50_000, 1, 0, false, "es")
                .account(50_000, 2, 0, false, null);

        Plan plan = planner.plan(org.input(), Progress.NONE);

        assertThat(plan.rep().get(SmallOrg.account(1))).isEqualTo(SmallOrg.rep(2));
        assertThat(plan.moves())
                .filteredOn(move -> move.mainRule().equals("language"))
                .hasSize(1);
    }

    @Test
    void an_account_larger_than_any_band_is_said_and_planned_all_the_same() {
        var org = new SmallOrg(2_000).reps(3);
        org.account(9_000_000, 1, 0, false, null);
        for (int i = 0; i < 30; i++) {
            org.account(10_000, 1 + i % 3, 0, false, null);
        }

        Plan plan = planner.plan(org.input(), Progress.NONE);

        assertThat(plan.status()).isEqualTo(Plan.Status.INFEASIBLE);
        assertThat(plan.gap()).isNull();
        assertThat(plan.why()).anyMatch(sentence -> sentence.startsWith("Account 1 alone has a potential of 9.00M"));
        assertThat(plan.rep()).hasSize(31);
        assertThat(Balance.after(plan.books()).spread()).isLessThanOrEqualTo(999.99);
    }

    @Test
    void three_accounts_and_two_reps_are_enough() {
        var org = new SmallOrg(500).reps(2);
        org.account(10_000, 1, 0, false, null)
                .account(10_000, 1, 0, false, null)
                .account(20_000, 1, 0, false, null);

        Plan plan = planner.plan(org.input(), Progress.NONE);

        assertThat(plan.books())
                .extracting(book -> book.after().potentialCents())
                .containsExactly(20_000_00L, 20_000_00L);
    }

    @Test
    void without_an_active_rep_the_planner_says_what_to_do() {
        var org = new SmallOrg(500).rep(false, RampStage.RAMPED, Set.of()).account(1, 1, 0, false, null);

        assertThatThrownBy(() -> planner.plan(org.input(), Progress.NONE))
                .hasMessageContaining("FP5000")
                .hasMessageContaining("no active rep among 1 reps")
                .hasMessageContaining("Maybe activate");
    }

    @Test
    void protected_books_stay_as_they_are() {
        PlanInput input = SmallOrg.random(11, 60, 4, 2_000).input();
        var planning = new PlanningConfig(
                input.planning().bands(),
                input.planning().goals(),
                input.planning().rules(),
                List.of(SmallOrg.rep(1).value()),
                2_000);
        var shielded = new PlanInput(
                input.accounts(),
                input.scores(),
                input.reps(),
                input.currentRep(),
                Map.of(),
                planning,
                input.coverage(),
                input.today(),
                input.seed());

        Plan plan = planner.plan(shielded, Progress.NONE);

        assertThat(plan.moves()).noneMatch(move -> SmallOrg.rep(1).equals(move.from()));
    }

    @Test
    @Tag("D1")
    @Tag("D3")
    @Tag("D4")
    @Tag("D8")
    void the_demo_org_becomes_even_with_at_most_a_third_moved() {
        PlanInput input = DemoOrg.input(2_000, 24, 1);

        Plan plan = planner.plan(input, Progress.NONE);

        assertThat(plan.status()).isEqualTo(Plan.Status.FEASIBLE);
        assertThat(Balance.before(plan.books()).spread()).isGreaterThan(2);
        assertThat(Balance.after(plan.books()).spread()).isLessThan(1.20);
        assertThat(plan.moves()).hasSizeLessThanOrEqualTo(input.accounts().size() / 3);
        assertThat(requireNonNull(plan.gap())).isBetween(0.0, 0.15);
        reasonsAddUp(plan);
        namedAccountsStay(input, plan);
    }
}
