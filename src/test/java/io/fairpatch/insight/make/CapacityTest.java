package io.fairpatch.insight.make;

import static io.fairpatch.insight.SmallLand.TODAY;
import static io.fairpatch.insight.SmallLand.cell;
import static io.fairpatch.insight.SmallLand.make;
import static io.fairpatch.insight.SmallLand.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.insight.AccountOf;
import io.fairpatch.insight.SmallLand;
import io.fairpatch.insight.report.Report;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
    @Test
    @Tag("C5")
    void a_hundred_enterprise_accounts_at_five_a_rep_need_twenty() {
        var land = new SmallLand().build();

        assertThat(calculated(make(new HeadCount(), land))).isEqualTo(20);
        assertThat(calculated(make(new HeadCount(), land, "accounts", "101"))).isEqualTo(21);
        assertThat(calculated(make(new HeadCount(), land, "accounts", "5000", "ratio", "1667")))
                .as("self-serve")
                .isEqualTo(3);
    }

    @Test
    @Tag("C2")
    @Tag("C3")
    @Tag("C4")
    @Tag("C21")
    void the_coverage_models_give_needed_reps_by_company_size() {
        var small = new SmallLand().rep(1, "Anna", null);
        for (int i = 1; i <= 11; i++) {
            small.account(new AccountOf(i).ownedBy(1).revenue(20_000_000));
        }
        var report = make(new HeadCount(), small.build());

        assertThat(cell(report, "Enterprise, high potential", "needed")).isEqualTo(3.0);
        assertThat(cell(report, "Enterprise, high potential", "have")).isEqualTo(1.0);
        assertThat(cell(report, "Enterprise, high potential", "hire")).isEqualTo(2.0);
        assertThat(cell(report, "Enterprise, high potential", "visits")).isEqualTo("6 to 8");
        assertThat(cell(report, "Enterprise, high potential", "split")).isEqualTo("70 % / 30 %");
        assertThat(cell(report, "Mid-market", "ratio")).isEqualTo(20.0);
        assertThat(cell(report, "SMB", "ratio")).isEqualTo(100.0);
        assertThat(HeadCount.granularity(5)).contains("broad");
        assertThat(HeadCount.granularity(50)).contains("narrow");
    }

    @Test
    @Tag("C19")
    @Tag("I6")
    void a_segment_without_a_rep_is_named() {
        var small = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).revenue(20_000_000))
                .account(new AccountOf(2).ownedBy(1).revenue(5_000_000));

        assertThat(make(new Staffing(), small.build()).sentence()).isEqualTo("No rep for: mid-market.");
        assertThat(make(
                                new Staffing(),
                                small.rep(2, "Bert", null, "mid-market ae", "ramped")
                                        .build())
                        .sentence())
                .isEqualTo("Every segment with accounts is staffed.");
    }

    @Test
    @Tag("C6")
    @Tag("C9")
    @Tag("C16")
    void caps_of_role_and_ramp_stage_show_use_and_overload() {
        var small = new SmallLand().rep(1, "Anna", null, "Enterprise AE", "new");
        for (int i = 1; i <= 7; i++) {
            small.account(new AccountOf(i).ownedBy(1));
        }
        var report = make(new CapacityUse(), small.build());
        String anna = SmallLand.rep(1).value();

        assertThat(cell(report, anna, "total")).isEqualTo("7 of 6");
        assertThat((double) cell(report, anna, "used")).isCloseTo(7.0 / 6, within(1e-9));
        assertThat(cell(report, anna, "tier3")).isEqualTo("7 of 50");
        assertThat(cell(report, anna, "verdict")).isEqualTo("over the cap of 6");
        assertThat((double) cell(report, anna, "hoursUsed"))
                .as("7 x 4 hours of a quarter of 1,600")
                .isCloseTo(28.0 / 400, within(1e-9));
    }

    @ParameterizedTest
    @Tag("C17")
    @CsvSource({"0.699,true", "0.70,false", "1,false"})
    void a_book_is_light_below_seventy_percent_and_not_at_it(double load, boolean light) {
        assertThat(CapacityUse.light(load)).isEqualTo(light);
    }

    @ParameterizedTest
    @Tag("C7")
    @Tag("C8")
    @CsvSource({"499,,false", "500,,true", "500,499,true", "500,500,false"})
    void five_hundred_accounts_are_too_many_unless_the_preset_says_so(int accounts, Integer cap, boolean tooLarge) {
        assertThat(CapacityUse.tooLarge(accounts, cap)).isEqualTo(tooLarge);
    }

    @Test
    @Tag("C18")
    void few_rural_accounts_make_as_much_work_as_many_urban_ones() {
        var small = new SmallLand().rep(1, "Urban", null).rep(2, "Rural", null);
        for (int i = 1; i <= 50; i++) {
            small.account(new AccountOf(i).ownedBy(1).at(32.78 + 0.0001 * i, -96.80));
        }
        for (int i = 51; i <= 65; i++) {
            small.account(new AccountOf(i).ownedBy(2).at(44 + (i % 2 == 0 ? 2.3 : -2.3), -103));
        }
        var report = make(new WorkloadReport(), small.build());
        double urban = (double) cell(report, SmallLand.rep(1).value(), "hours");
        double rural = (double) cell(report, SmallLand.rep(2).value(), "hours");

        assertThat(rural).isCloseTo(urban, within(0.1 * urban));
        assertThat((double) cell(report, SmallLand.rep(2).value(), "share")).isGreaterThan(0.6);
    }

    @Test
    @Tag("C14")
    @Tag("F10")
    void needed_coverage_is_one_over_the_win_rate() {
        var small = new SmallLand()
                .rep(1, "Anna", 100_000L)
                .account(new AccountOf(1).ownedBy(1).spends(100_000, 100_000));
        for (int i = 0; i < 40; i++) {
            small.deal(1, 1, i < 10 ? "won" : "lost", 4_000, TODAY.minusDays(100));
        }
        small.deal(1, 1, "open", 200_000, TODAY.plusDays(20));
        var report = make(new PipelineReport(), small.build());
        String anna = SmallLand.rep(1).value();

        assertThat((double) cell(report, anna, "needed")).isCloseTo(4, within(1e-6));
        assertThat(cell(report, anna, "left")).isEqualTo(60_000_00.0);
        assertThat((double) cell(report, anna, "have")).isCloseTo(200.0 / 60, within(1e-9));
        assertThat(cell(report, anna, "verdict")).isEqualTo("too little pipeline");
        assertThat((double) cell(report, anna, "ratio")).isCloseTo(200.0 / 125, within(1e-3));
    }

    @Test
    @Tag("C15")
    void the_mix_of_tiers_is_held_against_that_of_the_role() {
        var report = make(
                new TierMix(),
                new SmallLand()
                        .rep(1, "Anna", null)
                        .account(new AccountOf(1).ownedBy(1))
                        .build());
        String anna = SmallLand.rep(1).value();

        assertThat(cell(report, anna, "target")).isEqualTo("10 / 26 / 64 %");
        assertThat((double) cell(report, anna, "tier3")).isCloseTo(1 - 50.0 / 78, within(1e-9));
    }

    @Test
    @Tag("G1")
    @Tag("G4")
    @Tag("G5")
    @Tag("I7")
    void quotas_are_seventy_to_eighty_percent_of_potential_line_by_line() {
        var land = new SmallLand()
                .rep(1, "Anna", 750_000L)
                .rep(2, "Bert", 1_200_000L)
                .account(new AccountOf(1).ownedBy(1).spends(1_000_000, 0))
                .account(new AccountOf(2).ownedBy(2).spends(1_400_000, 0))
                .deal(1, 1, "won", 375_000, TODAY.minusDays(30))
                .build();
        var maker = new QuotaReport();
        var report = make(maker, land);
        String anna = SmallLand.rep(1).value();
        String bert = SmallLand.rep(2).value();

        assertThat(cell(report, anna, "low")).isEqualTo(700_000_00.0);
        assertThat(cell(report, anna, "high")).isEqualTo(800_000_00.0);
        assertThat(cell(report, anna, "verdict")).isEqualTo("in band");
        assertThat(cell(report, anna, "attainment")).isEqualTo(0.5);
        assertThat(cell(report, bert, "verdict"))
                .as("the guide's own sheet, 86 %")
                .isEqualTo("above the band");
        var lines = maker.open(land, settings(maker), anna).orElseThrow();
        assertThat(cell(lines, "potential", "amount")).isEqualTo(1_000_000_00.0);
        assertThat((double) cell(lines, "current", "amount")
                        + (double) cell(lines, "expansion", "amount")
                        + (double) cell(lines, "new", "amount"))
                .isEqualTo(1_000_000_00.0);
    }

    @ParameterizedTest
    @Tag("G1")
    @CsvSource({"69999,below the band", "70000,in band", "80000,in band", "80001,above the band"})
    void both_edges_of_the_band_are_inside(long quota, String verdict) {
        assertThat(QuotaReport.verdict(quota, 100_000)).isEqualTo(verdict);
    }

    @Test
    @Tag("G2")
    void a_million_at_sixty_percent_is_a_quota_of_420_to_480_thousand() {
        assertThat(make(new QuotaCalculator(), new SmallLand().build()).sentence())
                .isEqualTo("A potential of 1.00M at 60 % conversion is realistic for 600,000: a quota of 420,000 to"
                        + " 480,000.");
    }

    @Test
    @Tag("G3")
    void equal_quotas_on_unequal_potentials_are_flagged() {
        var same = new SmallLand()
                .rep(1, "Anna", 100_000L)
                .rep(2, "Bert", 100_000L)
                .account(new AccountOf(1).ownedBy(1).spends(100_000, 0))
                .account(new AccountOf(2).ownedBy(2).spends(200_000, 0));

        assertThat(make(new QuotaReport(), same.build()).sentence()).endsWith("All quotas are equal.");
        assertThat(make(
                                new QuotaReport(),
                                same.rep(3, "Cleo", 90_000L)
                                        .account(new AccountOf(3).ownedBy(3))
                                        .build())
                        .sentence())
                .doesNotContain("equal");
    }

    private static double calculated(Report report) {
        return BalanceTest.figure(report, report.figures().get(0).label());
    }
}
