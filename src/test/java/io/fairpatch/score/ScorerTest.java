package io.fairpatch.score;

import static io.fairpatch.score.SampleDeals.END;
import static io.fairpatch.score.SampleDeals.deal;
import static io.fairpatch.score.SampleDeals.deals;
import static io.fairpatch.score.SampleDeals.prospect;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.ScoringConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.AccountProfile;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.ChurnRisk;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SizeClass;
import io.fairpatch.model.Tier;
import io.fairpatch.model.ValueBand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {
    private static final ScoringConfig CONFIG = ConfigLoader.shipped(ConfigPart.SCORING);

    private final Scorer scorer = new Scorer(CONFIG);

    @Test
    @Tag("B4")
    void fit_90_intent_50_and_relationship_75_give_75() {
        AccountScore score = only(prospect(1), List.of());

        assertThat(score.reasons()).extracting(Reason::points).containsExactly(45.0, 15.0, 15.0);
        assertThat(score.score()).isEqualTo(75.0);
        assertThat(score.customer()).isFalse();
    }

    @ParameterizedTest
    @Tag("B2")
    @CsvSource({
        "Software,100,45",
        "Software,1000,45",
        "Retail,100,35",
        "Retail,50,35",
        "Retail,1001,40",
        "Retail,400,20",
        "Retail,49,20"
    })
    @Tag("A17")
    void fit_follows_the_first_band_that_matches(String industry, int employees, double points) {
        AccountScore score = only(prospect(1).industry(industry).employees(employees), List.of());

        assertThat(part(score, "fit")).isEqualTo(points);
    }

    @Test
    @Tag("B3")
    @Tag("A11")
    void without_contact_or_intent_the_score_says_what_was_taken() {
        AccountScore score = only(prospect(1).contacts(0).intent(null).employees(null), List.of());

        assertThat(part(score, "relationship")).isEqualTo(5.0);
        assertThat(part(score, "intent")).isEqualTo(15.0);
        assertThat(score.assumptions()).contains("Intent unknown: 50 assumed", "Employees unknown: fit 40 assumed");
    }

    @ParameterizedTest
    @Tag("B8")
    @CsvSource({"100,80.0,ONE", "99.7,79.9,TWO", "0,50.0,TWO", "-1,49.9,THREE"})
    void tiers_cut_at_80_and_50(double intent, double expected, Tier tier) {
        // 45 for fit and 5 for no contact; 35 for the next band and 14.9 of intent for the last case
        var draft = prospect(1).contacts(0).intent(intent);
        AccountScore score = only(
                intent >= 0 ? draft : draft.industry("Retail").employees(60).intent(33.0), List.of());

        assertThat(score.score()).isEqualTo(expected);
        assertThat(score.tier()).isEqualTo(tier);
    }

    @Test
    @Tag("B18")
    @Tag("B17")
    void attainable_is_current_revenue_plus_expansion_times_win_probability() {
        AccountScore score = only(prospect(1).spends(200_000L, 500_000L), deals(1, 4, 6, 10_000));

        assertThat(score.winProbability()).isEqualTo(0.4);
        assertThat(score.winSample()).isEqualTo(10);
        assertThat(score.potentialCents()).isEqualTo(400_000_00L);
    }

    @Test
    @Tag("B15")
    void a_prospect_is_worth_its_win_probability_times_the_average_won_value() {
        var accounts = List.of(
                prospect(1).account(), prospect(2).type("Customer - Direct").account());

        AccountScore prospect = score(accounts, deals(2, 10, 30, 20_000), 1);

        assertThat(prospect.potentialCents()).isEqualTo(5_000_00L);
    }

    @Test
    @Tag("B19")
    void of_two_equal_customers_the_growing_one_ranks_higher() {
        var accounts = List.of(
                prospect(1).spends(100_000L, 50_000L).growth(0.2).account(),
                prospect(2).spends(100_000L, 50_000L).growth(0.0).account());

        assertThat(score(accounts, List.of(), 1).score())
                .isGreaterThan(score(accounts, List.of(), 2).score());
    }

    @Test
    @Tag("B20")
    void a_small_account_with_large_expansion_outranks_a_flat_large_one() {
        var accounts = List.of(
                prospect(1).spends(50_000L, 500_000L).account(),
                prospect(2).spends(500_000L, 0L).account());

        assertThat(score(accounts, List.of(), 1).score())
                .isGreaterThan(score(accounts, List.of(), 2).score());
    }

    @Test
    @Tag("B10")
    @Tag("B13")
    @Tag("B14")
    void a_segment_under_ten_deals_falls_to_its_parent_and_says_so() {
        var accounts =
                List.of(prospect(1).industry("Retail").account(), prospect(2).account());
        var deals = new ArrayList<>(deals(1, 9, 0, 10_000));
        deals.addAll(deals(2, 10, 40, 10_000));
        deals.add(deal(1, false, END.minusMonths(24), 10_000));

        ScoreResult result = scorer.score(accounts, deals, END);

        AccountScore thin = requireNonNull(result.scores().get(AccountDraft.id(1)));
        assertThat(thin.winProbability()).isStrictlyBetween(19.0 / 59, 1.0);
        assertThat(thin.profile().chance().low()).isLessThan(thin.winProbability());
        assertThat(thin.assumptions()).anyMatch(text -> text.contains("9 closed deals, fewer than 10"));
        assertThat(result.segments())
                .extracting(Segment::industry, segment -> segment.estimate().deals(), segment -> segment.estimate()
                        .wins())
                .containsExactly(tuple("Technology", 50L, 10L), tuple("Retail", 9L, 9L));
    }

    @Test
    @Tag("A3")
    void missing_expansion_is_taken_from_look_alikes_and_flagged() {
        var accounts = Stream.of(10L, 20L, 30L, 40L)
                .map(thousands -> prospect(thousands.intValue())
                        .spends(thousands * 1000, null)
                        .account())
                .toList();

        AccountScore smallest = score(accounts, deals(10, 5, 5, 1), 10);

        // of 20,000, 30,000 and 40,000 the 75th percentile is 40,000: 10,000 + 30,000 x 0.5
        assertThat(smallest.potentialCents()).isEqualTo(25_000_00L);
        assertThat(smallest.assumptions())
                .contains("Expansion unknown: estimated from what the 3 customers nearest in size spend");
    }

    @Test
    @Tag("A3")
    void look_alikes_are_the_nearest_in_size_and_of_the_same_industry_where_it_has_enough() {
        var accounts = new ArrayList<Account>();
        for (int i = 1; i <= 40; i++) {
            accounts.add(prospect(i)
                    .industry(i <= 20 ? "Software" : "Mining")
                    .employees(100 * i)
                    .spends(1_000L * i, null)
                    .account());
        }

        // the 15 software companies nearest to number 1 are 2 to 16; their 75th percentile is that of number 13
        assertThat(score(accounts, List.of(), 1).profile().expansionCents()).isEqualTo(12_000_00L);
        // mining has 15 others as well: 26 to 40 around number 33, without itself
        assertThat(score(accounts, List.of(), 33).profile().expansionCents()).isEqualTo(4_000_00L);
    }

    @ParameterizedTest
    @Tag("B23")
    @CsvSource({"10000001,ENTERPRISE", "10000000,MID_MARKET", "1000000,MID_MARKET", "999999,SMB"})
    void size_class_goes_by_the_companys_revenue(long revenue, SizeClass size) {
        var draft = prospect(1).companyRevenue(revenue);

        assertThat(only(draft, List.of()).profile().size()).isEqualTo(size);
    }

    @ParameterizedTest
    @Tag("B24")
    @CsvSource({"500001,ENTERPRISE", "500000,MID_MARKET", "100000,MID_MARKET", "99999,SMB"})
    void value_band_goes_by_what_the_customer_spends(long spend, ValueBand band) {
        assertThat(only(prospect(1).spends(spend, 0L), List.of()).profile().value())
                .isEqualTo(band);
    }

    @ParameterizedTest
    @Tag("B25")
    @CsvSource({
        "600000,0.15,Senior AE", "600000,0.149,Mid AE", "600000,0.019,Customer success",
        "200000,0.2,Growth AE", "200000,0.02,Mid AE", "200000,0,Customer success",
        "50000,0.2,SDR / inside", "50000,0.05,Inside", "50000,-0.1,Automation"
    })
    void value_and_growth_give_the_play(long spend, double growth, String role) {
        var score = only(prospect(1).spends(spend, 500_000L).growth(growth), List.of());

        assertThat(score.profile().play().role()).isEqualTo(role);
    }

    @Test
    @Tag("B25")
    void a_prospect_is_banded_by_its_potential() {
        var prospect = only(prospect(1).growth(0.3), deals(2, 10, 10, 10_000_000));

        assertThat(prospect.customer()).isFalse();
        assertThat(prospect.profile().value())
                .isEqualTo(prospect.potentialCents() > 500_000_00L ? ValueBand.ENTERPRISE : ValueBand.SMB);
    }

    @Test
    @Tag("B26")
    void a_large_customer_about_to_leave_with_little_to_gain_goes_to_customer_success() {
        var draft = prospect(1).spends(600_000L, 60_000L).growth(0.3).churnRisk("High");

        assertThat(only(draft, List.of()).profile().play().role()).isEqualTo("Customer success");
        assertThat(only(draft.spends(600_000L, 60_001L), List.of())
                        .profile()
                        .play()
                        .role())
                .isEqualTo("Senior AE");
        assertThat(only(draft.spends(600_000L, 60_000L).churnRisk("Medium"), List.of())
                        .profile()
                        .play()
                        .role())
                .isEqualTo("Senior AE");
    }

    @Test
    @Tag("B21")
    @Tag("B22")
    @Tag("A14")
    void the_four_dimensions_stand_beside_the_score_and_a_derived_risk_names_its_cause() {
        var flagged = only(prospect(1).spends(100_000L, 0L).growth(0.1).strategic(true), List.of());
        var quiet = only(prospect(1).spends(100_000L, 0L).lastActivity(END.minusDays(91)), List.of());
        var recent = only(prospect(1).spends(100_000L, 0L).lastActivity(END.minusDays(90)), List.of());

        assertThat(flagged.profile().dimensions()).isEqualTo(new AccountProfile.Dimensions(50, 70, 100, 50));
        assertThat(flagged.profile().churnCause()).isEqualTo("no contact on record");
        assertThat(quiet.profile().churn()).isEqualTo(ChurnRisk.MEDIUM);
        assertThat(quiet.profile().churnCause()).isEqualTo("no contact for 91 days");
        assertThat(recent.profile().churn()).isEqualTo(ChurnRisk.LOW);
    }

    @Test
    @Tag("B28")
    @Tag("A13")
    void a_surging_account_says_by_which_rule_and_has_full_growth() {
        var surging = only(prospect(1).spends(10_000L, 0L).growth(0.4), List.of());
        var not = only(prospect(1).spends(10_000L, 0L).growth(0.399), List.of());

        assertThat(surging.profile().surge()).isEqualTo("staff grew +40 % in a year, at least +40 %");
        assertThat(part(surging, "growth")).isEqualTo(25.0);
        assertThat(not.profile().surging()).isFalse();
    }

    @Test
    void standard_columns_alone_give_differing_potentials_above_zero() {
        var accounts = new ArrayList<Account>();
        for (int i = 1; i <= 50; i++) {
            accounts.add(prospect(i)
                    .industry(null)
                    .employees(i % 7 == 0 ? null : i * 1000)
                    .companyRevenue(i % 5 == 0 ? null : i * 1_000_000_000L)
                    .account());
        }

        for (var deals : List.of(List.<Opportunity>of(), deals(3, 10, 20, 80_000), deals(3, 0, 5, 80_000))) {
            var scores = scorer.score(accounts, deals, END).scores().values();
            assertThat(scores).hasSize(50).allMatch(score -> score.potentialCents() > 0);
            assertThat(scores.stream().map(AccountScore::potentialCents).distinct())
                    .hasSizeGreaterThan(20);
        }
    }

    private AccountScore only(AccountDraft draft, List<Opportunity> deals) {
        return score(List.of(draft.account()), deals, 1);
    }

    private AccountScore score(List<Account> accounts, List<Opportunity> deals, int number) {
        return requireNonNull(scorer.score(accounts, deals, END).scores().get(AccountDraft.id(number)));
    }

    private static double part(AccountScore score, String rule) {
        return score.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .mapToDouble(Reason::points)
                .sum();
    }
}
