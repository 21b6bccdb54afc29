package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.config.ShippedConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Progress;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.scenario.Comparison;
import io.fairpatch.plan.scenario.Measurement;
import io.fairpatch.plan.scenario.Mode;
import io.fairpatch.plan.scenario.Scenario;
import io.fairpatch.plan.scenario.ScenarioInputs;
import io.fairpatch.plan.scenario.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each scenario promises, on whole plans. */
class ScenarioTest {
    private static final int STEPS = 12;
    private static final int ACCOUNTS = 240;
    private static final int FEW = 80;

    private static PlanInput demo(long seed) {
        return DemoOrg.input(ACCOUNTS, 5, seed, STEPS);
    }

    private record Planned(PlanInput input, Plan plan) {
        ScenarioResult result() {
            return Measurement.of(input, plan);
        }

        Map<SalesforceId, SalesforceId> before() {
            return input.currentRep();
        }

        Set<SalesforceId> movedFromSomebody() {
            return plan.moves().stream()
                    .filter(move -> move.from() != null)
                    .map(PlannedMove::account)
                    .collect(Collectors.toSet());
        }
    }

    private static Planned plan(String scenario, PlanInput usual) {
        PlanInput input = ScenarioInputs.of(Scenario.parse(scenario), usual);
        return new Planned(input, new Planner().plan(input, Progress.NONE));
    }

    private static Set<SalesforceId> book(Map<SalesforceId, SalesforceId> reps, SalesforceId rep) {
        return reps.entrySet().stream()
                .filter(place -> place.getValue().equals(rep))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The active reps, those with most accounts first. */
    private static List<Rep> holders(PlanInput input) {
        return input.reps().stream()
                .filter(Rep::active)
                .sorted(Comparator.comparingInt(
                        (Rep rep) -> -book(input.currentRep(), rep.id()).size()))
                .toList();
    }

    @Test
    @Tag("E3")
    @Tag("E8")
    void five_new_hires_get_books_and_a_protected_book_stays_as_it_is() {
        PlanInput usual = demo(3);
        Rep shielded = holders(usual).get(0);
        Planned scaled = plan("scale:reps=5,protect=" + shielded.id(), usual);

        assertThat(book(scaled.plan().rep(), shielded.id()))
                .containsExactlyInAnyOrderElementsOf(book(usual.currentRep(), shielded.id()))
                .isNotEmpty();
        var hired = scaled.plan().books().stream()
                .filter(book -> Vacancy.is(book.rep()))
                .toList();
        assertThat(hired).hasSize(5);
        assertThat(hired)
                .allSatisfy(book -> assertThat(book.after().potentialCents()).isPositive());
        assertThat(scaled.result().after().potential().spread())
                .isLessThan(scaled.result().before().potential().spread());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @Tag("E4")
    void when_a_rep_leaves_only_the_leavers_accounts_move_and_all_of_them_do(long seed) {
        PlanInput usual = demo(seed);
        Rep leaver = holders(usual).get(1);
        Planned left = plan("leaver:rep=" + leaver.id(), usual);

        assertThat(left.plan().moves().stream().map(PlannedMove::account).collect(Collectors.toSet()))
                .isEqualTo(book(usual.currentRep(), leaver.id()))
                .isNotEmpty();
        assertThat(left.plan().rep()).doesNotContainValue(leaver.id());
    }

    @Test
    @Tag("E4")
    void with_nobody_named_the_books_of_those_who_left_move_and_no_other() {
        PlanInput usual = demo(1);
        Rep gone = holders(usual).get(2);
        PlanInput since = usual.with(
                usual.reps().stream().filter(rep -> !rep.id().equals(gone.id())).toList());
        Set<SalesforceId> before = movesOf("leaver", usual);

        assertThat(before).isNotEmpty().doesNotContainAnyElementsOf(book(usual.currentRep(), gone.id()));
        assertThat(movesOf("leaver", since)).containsAll(before).containsAll(book(usual.currentRep(), gone.id()));
    }

    private static Set<SalesforceId> movesOf(String scenario, PlanInput usual) {
        return plan(scenario, usual).plan().moves().stream()
                .map(PlannedMove::account)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"0.02, 5", "0.05, 12"})
    @Tag("E6")
    void a_quarterly_plan_keeps_its_budget_of_moves_and_still_helps(double share, int budget) {
        PlanInput usual = held(demo(4));
        Planned quarterly = plan("quarterly:share=" + share, usual);

        assertThat(Math.round(share * usual.accounts().size())).isLessThanOrEqualTo(budget);
        assertThat(quarterly.plan().moves()).hasSizeLessThanOrEqualTo(budget).isNotEmpty();
        assertThat(quarterly.result().after().score())
                .isGreaterThan(quarterly.result().before().score());
    }

    /** Only accounts that somebody who works has: others have to move whatever the budget. */
    private static PlanInput held(PlanInput input) {
        Set<SalesforceId> working = holders(input).stream().map(Rep::id).collect(Collectors.toSet());
        List<Account> accounts = input.accounts().stream()
                .filter(account -> working.contains(input.currentRep().get(account.id())))
                .toList();
        var rules = input.planning().rules();
        assertThat(rules.familiesStayTogether()).isTrue();
        List<Account> single =
                accounts.stream().filter(account -> account.parentId() == null).toList();
        return new PlanInput(
                single,
                input.scores(),
                input.reps(),
                input.currentRep(),
                input.territoryNames(),
                input.planning(),
                input.coverage(),
                input.today(),
                input.seed());
    }

    @Test
    @Tag("E5")
    @Tag("E16")
    void in_a_surge_only_the_accounts_that_surge_move() {
        PlanInput usual = demo(5);
        String industry = usual.accounts().stream()
                .map(Account::industry)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        Planned surge = plan("surge:by=3,industry=" + industry, usual);

        Map<SalesforceId, Account> accounts =
                usual.accounts().stream().collect(Collectors.toMap(Account::id, account -> account));
        assertThat(surge.movedFromSomebody()).isNotEmpty().allSatisfy(account -> assertThat(
                        Objects.requireNonNull(accounts.get(account)).industry())
                .isEqualTo(industry));
        assertThat(surge.input().scores().values()).allSatisfy(score -> assertThat(score.potentialReasons().stream()
                        .mapToDouble(reason -> reason.points())
                        .sum())
                .isEqualTo(score.potentialCents()));
    }

    /** One word, one meaning: those that the report Surging accounts lists. */
    @Test
    @Tag("E16")
    void in_a_surge_of_no_segment_those_move_that_their_score_calls_surging() {
        PlanInput usual = demo(5);
        var called = usual.scores().values().stream()
                .filter(score -> score.profile().surging())
                .map(AccountScore::account)
                .collect(Collectors.toSet());
        assertThat(ScenarioInputs.of(Scenario.parse("surge"), usual).levers().onlyAccounts())
                .isNotEmpty()
                .isEqualTo(called);
    }

    @Test
    @Tag("E1")
    @Tag("E2")
    @Tag("E7")
    @Tag("E9")
    @Tag("E10")
    void designs_differ_in_what_they_disturb_and_each_is_scored_for_balance() {
        PlanInput usual = demo(6);
        var rebalanced = plan("rebalance", usual);
        var anew = plan("from-scratch", usual);
        var annual = plan("annual", usual);
        List<Comparison.Column> columns = List.of(
                new Comparison.Column("Rebalance", rebalanced.result()),
                new Comparison.Column("From scratch", anew.result()),
                new Comparison.Column("Annual", annual.result()));
        var comparison = new Comparison(columns);

        assertThat(anew.result().change().moves())
                .isGreaterThan(rebalanced.result().change().moves());
        assertThat(columns).allSatisfy(column -> {
            assertThat(column.result().after().score())
                    .isBetween(column.result().before().score(), 100.0);
            assertThat(column.result().rulesBroken()).isZero();
        });
        assertThat(comparison.rows()).allSatisfy(row -> assertThat(row.cells()).hasSize(3));
        assertThat(comparison.sentence()).contains("fairest");
    }

    @Test
    @Tag("E9")
    void maps_are_drawn_by_distance_industry_size_and_all_together() {
        PlanInput usual = demo(7);
        var byDistance = plan("geography", usual).result();

        var byIndustry = plan("industry", usual).result();
        var bySize = plan("size", usual).result();
        var hybrid = plan("hybrid", usual).result();

        assertThat(List.of(byDistance.digest(), byIndustry.digest(), bySize.digest(), hybrid.digest()))
                .doesNotHaveDuplicates();
        assertThat(byDistance.after().travelKm())
                .isLessThan(byIndustry.after().travelKm())
                .isLessThan(bySize.after().travelKm());
        assertThat(List.of(byDistance, bySize, hybrid))
                .as("today is today, whatever is planned")
                .allSatisfy(result -> assertThat(result.before()).isEqualTo(byIndustry.before()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from-scratch", "quarterly:share=0.3", "scale:reps=2", "hybrid", "rebalance:travel=3"})
    void the_same_scenario_comes_out_as_the_same_bytes(String scenario) throws JsonProcessingException {
        var json = new ObjectMapper();
        Planned one = plan(scenario, DemoOrg.input(FEW, 5, 8, STEPS));
        Planned other = plan(scenario, DemoOrg.input(FEW, 5, 8, STEPS));

        assertThat(json.writeValueAsBytes(one.plan())).isEqualTo(json.writeValueAsBytes(other.plan()));
        assertThat(json.writeValueAsBytes(one.result())).isEqualTo(json.writeValueAsBytes(other.result()));
    }

    @Test
    @Tag("D21")
    void goals_are_weighed_anew_and_hard_rules_stay() {
        PlanInput usual = demo(9);
        PlanInput weighed = ScenarioInputs.of(Scenario.parse("rebalance:travel=2,fit=0,relationship=0.5"), usual);

        var goals = usual.planning().goals();
        assertThat(weighed.planning().goals())
                .isEqualTo(new PlanningConfig.Goals(
                        2 * goals.travelPerKm(),
                        goals.relationship() / 2,
                        0,
                        goals.mix(),
                        goals.move(),
                        goals.learning()));
        assertThat(weighed.planning().rules()).isEqualTo(usual.planning().rules());
        assertThat(plan("from-scratch:travel=10,fit=0", usual).result().after().travelKm())
                .as("travel weighed ten times")
                .isLessThan(
                        plan("from-scratch:travel=0", usual).result().after().travelKm());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sideways | there is no scenario \"sideways\"",
                "scale:reps | no option=value of scale",
                "rebalance:reps=2 | no option=value of rebalance",
                "scale:reps=0 | reps (0) must be 1.0 to 200.0",
                "scale:reps=1.5 | reps (1.5) must be a whole number",
                "rebalance:moves=0.1 | moves (0.1) must be a whole number",
                "rebalance:travel=-1 | travel (-1) must be 0.0 to 100.0",
                "leaver:rep=Nobody At All | no rep is called so",
                "surge:industry=Alchemy | no account surges"
            })
    void what_makes_no_sense_is_refused_with_what_and_why(String text, String why) {
        PlanInput usual = demo(1);
        assertThatThrownBy(() -> ScenarioInputs.of(Scenario.parse(text), usual))
                .isInstanceOfSatisfying(FairpatchException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.SCENARIO_INVALID);
                    assertThat(e.problem().why()).contains(why);
                    assertThat(e.problem().advice()).isNotBlank();
                });
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void settings_may_name_each_scenario(Mode mode, @TempDir Path dir) throws IOException {
        ShippedConfig.writeMissing(dir);
        var file = dir.resolve("planning.yml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst(
                                "(?m)^scenarios:.*$",
                                "scenarios: [" + mode.word() + ", \"" + mode.word() + ":moves=0.1\"]"));

        assertThat(ConfigLoader.load(dir).planning().scenarios())
                .extracting(text -> Scenario.parse(text).mode())
                .containsExactly(mode, mode);
    }
}
