package io.fairpatch.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Progress;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.SizeClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final Planner planner = new Planner();

    @Test
    void the_same_input_and_seed_give_the_same_plan() {
        PlanInput input = SmallOrg.random(5, 120, 6, 20).input();
        var shuffled = new ArrayList<>(input.accounts());
        Collections.reverse(shuffled);
        var other = new PlanInput(
                shuffled,
                input.scores(),
                input.reps(),
                input.currentRep(),
                Map.of(),
                input.planning(),
                input.coverage(),
                input.today(),
                input.seed());

        assertThat(planner.plan(other, Progress.NONE)).isEqualTo(planner.plan(input, Progress.NONE));
    }

    @Test
    @Tag("D19")
    void an_account_goes_to_a_rep_who_speaks_its_language() {
        var org = new SmallOrg(60)
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
        var org = new SmallOrg(60).reps(3);
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
        var org = new SmallOrg(60).reps(2);
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
        var org = new SmallOrg(60).rep(false, RampStage.RAMPED, Set.of()).account(1, 1, 0, false, null);

        assertThatThrownBy(() -> planner.plan(org.input(), Progress.NONE))
                .hasMessageContaining("FP5000")
                .hasMessageContaining("no active rep among 1 reps")
                .hasMessageContaining("Maybe activate");
    }

    @Test
    void protected_books_stay_as_they_are() {
        PlanInput input = SmallOrg.random(11, 60, 4, 20).input();
        PlanInput shielded = input.with(input.levers().protecting(Set.of(SmallOrg.rep(1))));

        Plan plan = planner.plan(shielded, Progress.NONE);

        assertThat(plan.moves()).noneMatch(move -> SmallOrg.rep(1).equals(move.from()));
    }

    @Test
    @Tag("C11")
    @Tag("C12")
    @Tag("D1")
    @Tag("D28")
    @Tag("D3")
    @Tag("D4")
    @Tag("D8")
    void the_demo_org_becomes_even_with_at_most_a_third_moved() {
        PlanInput input = DemoOrg.input(2_000, 24, 1, null);

        Plan plan = planner.plan(input, Progress.NONE);

        assertThat(plan.status()).isEqualTo(Plan.Status.FEASIBLE);
        assertThat(Balance.before(plan.books()).spread()).isGreaterThan(2);
        assertThat(Balance.after(plan.books()).spread()).isLessThan(1.20);
        assertThat(plan.moves()).hasSizeLessThanOrEqualTo(input.accounts().size() / 3);
        assertThat(requireNonNull(plan.gap())).isBetween(0.0, 0.015);
        PlanChecks.reasonsAddUp(plan);
        PlanChecks.bindingsAreToldApart(plan);
        PlanChecks.namedAccountsStay(input, plan);
        whoRampsHasABookToLearnOn(input, plan);
    }

    /** What a book is like: accounts a rep, cents an account, share of enterprise companies, days of a usual cycle. */
    private record BookKind(double accounts, double potential, double complex, double cycle) {}

    /** Each of them fewer accounts than the others, worth as much or more, less complex and quicker. */
    private static void whoRampsHasABookToLearnOn(PlanInput input, Plan plan) {
        var ramping = input.reps().stream()
                .filter(rep -> rep.active() && Focus.ramps(rep.rampStage()))
                .map(Rep::id)
                .collect(Collectors.toSet());
        int others = plan.books().size() - ramping.size();
        BookKind team = kind(input, plan, rep -> !ramping.contains(rep), others);

        assertThat(ramping).isNotEmpty().allSatisfy(rep -> {
            BookKind book = kind(input, plan, rep::equals, 1);
            assertThat(book.accounts()).as("accounts").isLessThan(team.accounts());
            assertThat(book.potential()).as("potential an account").isGreaterThanOrEqualTo(team.potential());
            assertThat(book.complex()).as("share of enterprise companies").isLessThan(team.complex());
            assertThat(book.cycle()).as("days of a cycle").isLessThan(team.cycle());
        });
    }

    private static BookKind kind(PlanInput input, Plan plan, Predicate<SalesforceId> whose, int reps) {
        var scores = plan.rep().entrySet().stream()
                .filter(place -> whose.test(place.getValue()))
                .map(place -> requireNonNull(input.scores().get(place.getKey())))
                .toList();
        return new BookKind(
                (double) scores.size() / reps,
                mean(scores, AccountScore::potentialCents),
                mean(scores, score -> score.profile().size() == SizeClass.ENTERPRISE ? 1 : 0),
                mean(scores, score -> days(score.profile().size())));
    }

    private static double mean(List<AccountScore> scores, ToDoubleFunction<AccountScore> of) {
        return scores.stream().mapToDouble(of).average().orElse(0);
    }

    /** The medians that the practice org draws its cycles by. */
    private static double days(SizeClass size) {
        return switch (size) {
            case ENTERPRISE -> 150;
            case MID_MARKET, UNKNOWN -> 75;
            case SMB -> 30;
        };
    }
}
