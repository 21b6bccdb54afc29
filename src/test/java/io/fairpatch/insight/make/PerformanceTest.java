package io.fairpatch.insight.make;

import static io.fairpatch.insight.SmallLand.TODAY;
import static io.fairpatch.insight.SmallLand.cell;
import static io.fairpatch.insight.SmallLand.make;
import static io.fairpatch.insight.SmallLand.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.insight.AccountOf;
import io.fairpatch.insight.SmallLand;
import io.fairpatch.insight.report.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PerformanceTest {
    private static final String ANNA = SmallLand.rep(1).value();
    private static final String BERT = SmallLand.rep(2).value();

    @Test
    @Tag("F8")
    void attainment_is_a_distribution_with_its_spread() {
        var land = two(100_000, 100_000)
                .deal(1, 1, "won", 140_000, TODAY.minusDays(100))
                .deal(2, 2, "won", 50_000, TODAY.minusDays(100))
                .deal(2, 2, "won", 99_000, TODAY.minusMonths(12))
                .build();
        var report = make(new AttainmentReport(), land);

        assertThat(report.sentence())
                .isEqualTo("Attainment runs from 50 % to 140 %, a spread of 90 points; 1 of 2 territories made quota.");
        assertThat(cell(report, "50 to 70 %", "territories")).isEqualTo(1.0);
        assertThat(cell(report, "140 % and more", "territories")).isEqualTo(1.0);
        assertThat(BalanceTest.figure(report, "Standard deviation")).isCloseTo(0.45, within(1e-9));
        assertThat(BalanceTest.figure(report, "Median")).isCloseTo(0.95, within(1e-9));
    }

    @Test
    @Tag("F15")
    @Tag("E13")
    @Tag("E17")
    @Tag("I11")
    void results_are_for_equal_potential_and_judge_only_three_quarters_in_a_row() {
        var steady = two(300_000, 100_000);
        for (int quarter = 0; quarter < 4; quarter++) {
            var day = TODAY.minusMonths(3L * quarter).minusDays(20);
            steady.deal(1, 1, "won", 30_000, day);
            steady.deal(2, 2, "won", quarter == 3 ? 40_000 : 20_000, day);
        }
        var report = make(new ResultReport(), steady.build());

        // Anna wins more, but from three times the potential
        assertThat((double) cell(report, ANNA, "q1")).isCloseTo(0.8, within(0.01));
        assertThat((double) cell(report, BERT, "q1")).isCloseTo(1.6, within(0.02));
        assertThat(cell(report, BERT, "verdict")).isEqualTo("over, three quarters in a row");
        assertThat(cell(report, ANNA, "verdict")).isEqualTo("no clear sign");
        assertThat(report.table().columns()).noneMatch(column -> column.label().equals("Rep"));
        assertThat(report.table().rows()).extracting(Row::key).containsExactly(ANNA, BERT);

        var once = two(300_000, 100_000).deal(2, 2, "won", 90_000, TODAY.minusDays(10));
        assertThat(make(new ResultReport(), once.build()).sentence()).startsWith("0 territories win more");
    }

    @Test
    @Tag("F17")
    void drift_counts_wins_and_losses_since_the_assigned_day() {
        var assigned = TODAY.minusDays(50);
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).in("West", 1, assigned))
                .deal(1, 1, "won", 10_000, assigned.plusDays(1))
                .deal(1, 1, "lost", 4_000, TODAY)
                .deal(1, 1, "won", 99_000, assigned)
                .build();
        var report = make(new DriftReport(), land);

        assertThat(cell(report, "West", "won")).isEqualTo(1.0);
        assertThat(cell(report, "West", "lost")).isEqualTo(1.0);
        assertThat(cell(report, "West", "net")).isEqualTo(6_000_00.0);
        assertThat(make(new DriftReport(), two(1, 1).build()).sentence()).contains("no plan to drift from");
    }

    @Test
    @Tag("F23")
    void goals_of_the_coverage_model_are_held_against_the_year() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).revenue(20_000_000))
                .account(new AccountOf(2).ownedBy(1).revenue(20_000_000))
                .deal(1, 1, "won", 100_000, TODAY.minusMonths(18))
                .deal(2, 1, "won", 100_000, TODAY.minusMonths(18))
                .deal(1, 1, "won", 260_000, TODAY.minusMonths(6))
                .build();
        var report = make(new SuccessReport(), land);

        assertThat((double) cell(report, "Enterprise, high potential expansion", "actual"))
                .isCloseTo(0.3, within(1e-9));
        assertThat(cell(report, "Enterprise, high potential expansion", "verdict"))
                .isEqualTo("met");
        assertThat(cell(report, "Enterprise, high potential churn", "actual")).isEqualTo(0.5);
        assertThat(cell(report, "Enterprise, high potential churn", "verdict")).isEqualTo("missed");
    }

    @Test
    @Tag("F19")
    void potential_in_a_lagging_territory_gets_a_suggestion_with_a_reason() {
        var small = two(400_000, 100_000);
        for (int quarter = 0; quarter < 3; quarter++) {
            small.deal(2, 2, "won", 40_000, TODAY.minusMonths(3L * quarter).minusDays(10));
        }
        small.account(new AccountOf(3).ownedBy(1).spends(50_000, 0));
        var report = make(new StrugglingReport(), small.build());

        assertThat(report.table().rows())
                .extracting(Row::key)
                .contains(AccountOf.id(3).value());
        assertThat(cell(report, AccountOf.id(3).value(), "to")).isEqualTo("Book of Bert");
        assertThat((String) cell(report, AccountOf.id(3).value(), "why")).startsWith("same region, under its target");
    }

    @Test
    @Tag("E12")
    @Tag("I13")
    void west_beats_east_two_to_one_and_it_says_how_much_is_territory() {
        var small = two(200_000, 100_000);
        for (int i = 3; i <= 8; i++) {
            small.account(
                    new AccountOf(i).ownedBy(1 + i % 2).spends(10_000, 0).industry(i % 3 == 0 ? "Mining" : "Retail"));
        }
        for (int quarter = 0; quarter < 4; quarter++) {
            var day = TODAY.minusMonths(3L * quarter).minusDays(20);
            for (int i = 1; i <= 8; i++) {
                small.deal(i, 1 + (i + 1) % 2, i % 4 == quarter ? "lost" : "won", i == 1 ? 20_000 : 10_000, day);
            }
        }
        var report = make(new DiagnosisReport(), small.build());

        assertThat(report.sentence())
                .startsWith("Book of Anna won ")
                .contains(
                        "won 1.3x what Book of Bert won",
                        "the territory explains 1.8x (its potential)",
                        "90 % interval")
                .contains("which may be chance");
        assertThat(report.table().columns()).noneMatch(column -> column.label().equals("Rep"));
        assertThat((double) cell(report, ANNA, "low")).isLessThan((double) cell(report, ANNA, "high"));
    }

    @Test
    @Tag("E17")
    void two_quarters_are_too_few_to_judge() {
        var small = two(100_000, 100_000)
                .deal(1, 1, "won", 10_000, TODAY.minusDays(10))
                .deal(2, 2, "lost", 10_000, TODAY.minusDays(100));

        assertThat(make(new DiagnosisReport(), small.build()).sentence())
                .startsWith("Too early to say: deals were closed in 2 quarters; it takes 3");
    }

    @Test
    @Tag("B29")
    void white_space_is_prospects_nobody_works_and_what_customers_could_still_buy() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).spends(100_000, 50_000))
                .account(new AccountOf(2).ownedBy(1).spends(0, 80_000).industry("Mining"))
                .account(new AccountOf(3).ownedBy(1).spends(0, 70_000).industry("Mining"))
                .deal(3, 1, "open", 1_000, TODAY)
                .build();
        var maker = new WhiteSpace();
        var report = make(maker, land);

        assertThat(cell(report, "Technology", "expansion")).isEqualTo(10_000_00.0);
        assertThat(cell(report, "Mining", "new")).isEqualTo(16_000_00.0);
        assertThat(cell(report, "Mining", "verdict")).isEqualTo("untapped");
        assertThat(maker.open(land, settings(maker), "Mining")
                        .orElseThrow()
                        .table()
                        .rows())
                .extracting(Row::key)
                .containsExactly(AccountOf.id(2).value());
    }

    @Test
    @Tag("B27")
    @Tag("B25")
    @Tag("A6")
    void the_market_by_segment_has_count_potential_contract_growth_cycle_and_role() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1)
                        .ownedBy(1)
                        .revenue(20_000_000)
                        .growth(0.2)
                        .spends(600_000, 0))
                .deal(1, 1, "won", 30_000, TODAY.minusDays(10))
                .deal(1, 1, "won", 50_000, TODAY.minusDays(20))
                .deal(1, 1, "lost", 90_000, TODAY.minusDays(20))
                .build();
        var report = make(new Segments(), land);

        assertThat(cell(report, "enterprise", "accounts")).isEqualTo(1.0);
        assertThat(cell(report, "enterprise", "contract")).isEqualTo(40_000_00.0);
        assertThat(cell(report, "enterprise", "growth")).isEqualTo(0.2);
        assertThat(cell(report, "enterprise", "cycle")).isEqualTo(60.0);
        assertThat(cell(report, "enterprise", "role")).isEqualTo("Senior AE");
        assertThat(cell(make(new PlayReport(), land), "ENTERPRISE-HIGH", "accounts"))
                .isEqualTo(1.0);
    }

    @Test
    @Tag("B30")
    void a_tier_one_account_has_a_plan_from_its_play_and_its_gaps() {
        var land = new SmallLand()
                .account(new AccountOf(1).spends(500_000, 500_000).growth(0.3).strategic())
                .build();
        var maker = new AccountPlans();

        assertThat(make(maker, land).table().rows()).hasSize(1);
        var plan = maker.open(land, settings(maker), AccountOf.id(1).value()).orElseThrow();
        assertThat(plan.table().rows())
                .extracting(Row::key)
                .startsWith("Name an active rep")
                .contains("Open a first deal");
    }

    @Test
    @Tag("F25")
    @Tag("B16")
    void expected_value_shows_what_coverage_really_carries() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).spends(100_000, 0).touched(TODAY.minusDays(90)))
                .account(new AccountOf(2).ownedBy(1).spends(300_000, 0).touched(TODAY.minusDays(91)))
                .build();

        assertThat(cell(make(new Forecast(), land), ANNA, "share")).isEqualTo(0.25);
    }

    @Test
    @Tag("D29")
    @Tag("D30")
    @Tag("E14")
    @Tag("E15")
    void too_few_reps_are_not_a_fit_and_the_business_case_is_a_range() {
        var report = make(
                new FitReport(),
                two(100_000, 100_000)
                        .deal(1, 1, "won", 1_000_000, TODAY.minusDays(5))
                        .build());

        assertThat(report.sentence()).startsWith("Not a good fit: with 2 reps").contains("Maturity: ad hoc");
        assertThat(BalanceTest.figure(report, "Business case from")).isEqualTo(20_000_00.0);
        assertThat(BalanceTest.figure(report, "to")).isCloseTo(70_000_00.0, within(0.01));
        assertThat(report.table().rows()).hasSize(5);
        var fits = two(100_000, 100_000).rep(3, "Cleo", null);
        assertThat(make(new FitReport(), fits.build()).sentence()).startsWith("Territory planning fits here");
    }

    @Test
    @Tag("E15")
    void maturity_goes_from_ad_hoc_to_strategic_as_the_data_shows() {
        var unwritten = two(100_000, 100_000);
        assertThat(maturity(unwritten)).as("no territory is written").isEqualTo("ad hoc");
        assertThat(maturity(written(100_000, 75_000).account(new AccountOf(3))))
                .as("an account nobody holds")
                .isEqualTo("ad hoc");
        assertThat(maturity(written(200_000, 75_000))).as("uneven books").isEqualTo("basic");
        assertThat(maturity(written(100_000, 50_000))).as("quotas off").isEqualTo("structured");
        assertThat(maturity(written(100_000, 75_000))).isEqualTo("strategic");
        var neglected = written(100_000, 300_000);
        for (int i = 3; i <= 4; i++) {
            neglected.account(new AccountOf(i)
                    .in(i == 3 ? "East" : "West", i - 2, TODAY)
                    .spends(300_000, 300_000)
                    .growth(0.3)
                    .strategic()
                    .touched(TODAY.minusDays(91)));
        }
        assertThat(maturity(neglected)).as("tier 1 dormant").isEqualTo("structured");
    }

    /** Anna holds East, of so much potential, Bert West of 100,000. */
    private static SmallLand written(long annas, long quota) {
        return new SmallLand()
                .rep(1, "Anna", quota)
                .rep(2, "Bert", quota)
                .account(new AccountOf(1).in("East", 1, TODAY).spends(annas, 0))
                .account(new AccountOf(2).in("West", 2, TODAY).spends(100_000, 0));
    }

    private static String maturity(SmallLand small) {
        return String.valueOf(
                make(new FitReport(), small.build()).figures().get(0).value().text());
    }

    @Test
    @Tag("B11")
    @Tag("B12")
    @Tag("A5")
    void win_rates_go_by_size_and_tech_stack_and_by_persona_and_source() {
        var small = two(100_000, 100_000).tech(1, "SAP");
        for (int i = 0; i < 12; i++) {
            small.deal(1, 1, i < 6 ? "won" : "lost", 1_000, TODAY.minusDays(30)).from("Web", "CFO");
        }
        small.deal(2, 2, "won", 1_000, TODAY.minusDays(30)).from("Partner", "CTO");
        var land = small.build();
        var byTech = make(new WinRateTable(), land, "by", "size", "then", "tech");
        var byPersona = make(new WinRateTable(), land, "by", "persona", "then", "source");

        assertThat(cell(byTech, "mid-market / SAP", "deals")).isEqualTo(12.0);
        assertThat(cell(byTech, "mid-market / SAP", "raw")).isEqualTo(0.5);
        assertThat(cell(byTech, "mid-market / unknown", "trust")).asString().startsWith("thin: leans");
        assertThat(cell(byPersona, "CFO / Web", "wins")).isEqualTo(6.0);
        assertThat((double) cell(byPersona, "CTO / Partner", "rate")).isBetween(0.5, 0.999);
    }

    @Test
    @Tag("F16")
    void visits_of_one_account_do_not_make_up_for_another() {
        var land = two(100_000, 100_000)
                .touches(1, TODAY, TODAY.minusDays(5), TODAY.minusMonths(13))
                .build();
        var report = make(new VisitReport(), land);

        assertThat(cell(report, ANNA, "planned")).as("tier 3: one a year").isEqualTo(1.0);
        assertThat(cell(report, ANNA, "made")).isEqualTo(2.0);
        assertThat(report.sentence()).startsWith("50 % of the visits planned");
    }

    @Test
    @Tag("F11")
    void time_to_coverage_runs_from_the_assigned_day_to_the_first_touch() {
        var assigned = TODAY.minusDays(40);
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).in("West", 1, assigned))
                .account(new AccountOf(2).in("West", 1, assigned))
                .account(new AccountOf(3).in("West", 1, assigned))
                .touches(1, assigned.minusDays(1), assigned.plusDays(6))
                .touches(2, assigned.plusDays(10))
                .build();
        var report = make(new TimeToCoverage(), land);

        assertThat(report.sentence())
                .isEqualTo("Assigned accounts wait 8 days for their first touch (median); 1 account of 3 still waits.");
        assertThat(cell(report, "West", "waiting")).isEqualTo(1.0);
    }

    /** Anna and Bert with one customer each and quotas of 100,000. */
    private static SmallLand two(long annas, long berts) {
        return new SmallLand()
                .rep(1, "Anna", 100_000L)
                .rep(2, "Bert", 100_000L)
                .account(new AccountOf(1).ownedBy(1).spends(annas, 0))
                .account(new AccountOf(2).ownedBy(2).spends(berts, 0).industry("Retail"));
    }
}
