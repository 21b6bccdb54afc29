package io.fairpatch.insight.make;

import static io.fairpatch.insight.SmallLand.TODAY;
import static io.fairpatch.insight.SmallLand.cell;
import static io.fairpatch.insight.SmallLand.make;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.CalendarConfig;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.insight.AccountOf;
import io.fairpatch.insight.SmallLand;
import io.fairpatch.insight.land.FitAnswers.Question;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Table;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fairness by quarter, products not sold yet, and the answers to the opening questions. */
class EquityTest {
    private static final CalendarConfig CALENDAR = ConfigLoader.shipped(ConfigPart.CALENDAR);

    /** Two territories, 100,000 and 300,000 today; even a quarter ago; nothing known before. */
    private static SmallLand twoQuarters() {
        return new SmallLand()
                .rep(1, "Ann", 400_000L)
                .rep(2, "Bob", 400_000L)
                .account(new AccountOf(1).ownedBy(1).in("East", 1, TODAY.minusDays(200)))
                .account(new AccountOf(2)
                        .ownedBy(2)
                        .in("West", 2, TODAY.minusDays(200))
                        .spends(300_000, 0))
                .deal(2, 2, "won", 50_000, TODAY.minusDays(10))
                .stood(LocalDate.of(2025, 12, 1), "East", 10_000)
                .stood(LocalDate.of(2025, 12, 1), "West", 90_000)
                .stood(LocalDate.of(2025, 12, 31), "East", 200_000)
                .stood(LocalDate.of(2025, 12, 31), "West", 200_000);
    }

    @Test
    @Tag("F21")
    void a_quarter_has_its_report_beside_the_quarter_before() {
        var land = twoQuarters().build();
        var report = make(new QuarterReport(CALENDAR), land);

        assertThat(report.title()).isEqualTo("Quarterly equity, Q1 2026");
        assertThat(report.sentence())
                .contains("held 3.0x the emptiest", "it was 1.00x the quarter before", "Rebalancing needed: yes");
        assertThat(cell(report, "West", "share")).isEqualTo(1.5);
        assertThat(cell(report, "West", "before"))
                .as("as of the last scoring in that quarter")
                .isEqualTo(1.0);
        assertThat(cell(report, "West", "attainment"))
                .as("50,000 of a quarter of 400,000")
                .isEqualTo(0.5);

        var past = make(new QuarterReport(CALENDAR), land, "back", "1");
        assertThat(past.sentence()).contains("In Q4 2025", "1.00x", "Rebalancing needed: no");
        assertThat(make(new QuarterReport(CALENDAR), land, "back", "2").sentence())
                .isEqualTo("Nothing is on record for Q3 2025.");
    }

    @Test
    @Tag("F22")
    void fairness_is_followed_over_the_quarters_on_record() {
        var report = make(new EquityHistory(CALENDAR), twoQuarters().build());

        assertThat(report.table().rows()).extracting(Row::key).containsExactly("Q4 2025", "Q1 2026");
        assertThat(cell(report, "Q4 2025", "spread")).isEqualTo(1.0);
        assertThat(cell(report, "Q1 2026", "spread")).isEqualTo(3.0);
        assertThat(cell(report, "Q1 2026", "rebalance")).isEqualTo("yes");
        assertThat(report.chart()).isNotNull();
        assertThat(make(
                                new EquityHistory(CALENDAR),
                                new SmallLand().rep(1, "Ann", null).build())
                        .sentence())
                .isEqualTo("No quarter is on record yet.");
        var alone = new SmallLand()
                .rep(1, "Ann", null)
                .account(new AccountOf(1).ownedBy(1))
                .build();
        assertThat(make(new EquityHistory(CALENDAR), alone).sentence()).contains("the only quarter on record");
    }

    @Test
    @Tag("H10")
    void the_plan_document_has_every_section() {
        var report = make(new PlanDocument(CALENDAR), twoQuarters().build());

        assertThat(report.tables())
                .extracting(Table::title)
                .containsExactly(
                        "At a glance",
                        "Segmentation",
                        "Coverage model",
                        "Assignments and equity",
                        "Quotas",
                        "Schedule of reviews");
        assertThat(cell(report, "date", "value")).isEqualTo("2026-03-31");
        assertThat(cell(report, "horizon", "value")).isEqualTo("to 2026-12-31");
        assertThat(cell(report, "team", "value")).isEqualTo("2 reps");
        assertThat(report.tables()).allSatisfy(table -> assertThat(table.rows()).isNotEmpty());
        assertThat(report.tables().get(5).rows()).hasSize(4);
    }

    @Test
    void fiscal_quarters_begin_in_the_month_of_the_calendar() {
        assertThat(FiscalQuarter.of(LocalDate.of(2026, 1, 31), 2).words()).isEqualTo("Q4 2026");
        assertThat(FiscalQuarter.of(LocalDate.of(2026, 2, 1), 2).words()).isEqualTo("Q1 2027");
        assertThat(FiscalQuarter.of(LocalDate.of(2026, 3, 31), 1).back(1).last())
                .isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    @Tag("B29")
    void a_product_that_peers_have_is_white_space_of_a_customer_without_it() {
        var land = new SmallLand()
                .rep(1, "Ann", null)
                .account(new AccountOf(1).ownedBy(1))
                .account(new AccountOf(2).ownedBy(1))
                .account(new AccountOf(3).ownedBy(1))
                .account(new AccountOf(4).ownedBy(1).industry("Retail"))
                .sold(1, "Router", 30_000)
                .sold(2, "Router", 10_000)
                .sold(2, "Switch", 5_000)
                .build();
        var report = make(new ProductReport(), land);

        assertThat(cell(report, "Router", "have")).isEqualTo(2.0);
        assertThat(cell(report, "Router", "lack"))
                .as("not the one whose industry never bought it")
                .isEqualTo(1.0);
        assertThat((Double) cell(report, "Router", "space"))
                .as("two of three peers have it, 20,000 on average")
                .isEqualTo(Math.round(2 / 3.0 * 20_000_00));
        var rows = new ProductReport()
                .open(land, SmallLand.settings(new ProductReport()), "Router")
                .orElseThrow();
        assertThat(rows.table().rows())
                .extracting(Row::key)
                .containsExactly(AccountOf.id(3).value());
        var plan = new AccountPlans()
                .open(
                        land,
                        SmallLand.settings(new AccountPlans()),
                        AccountOf.id(3).value())
                .orElseThrow();
        assertThat(plan.table().rows()).extracting(Row::key).contains("Offer Router");
        assertThat(make(new ProductReport(), new SmallLand().rep(1, "Ann", null).build())
                        .sentence())
                .contains("no line items");
    }

    @Test
    @Tag("E14")
    void what_people_answered_stands_beside_what_the_data_says() {
        var land = twoQuarters().says(Question.QUOTAS, "No, the East complains").build();
        var report = make(new FitReport(), land);

        assertThat(cell(report, "QUOTAS", "said")).isEqualTo("No, the East complains (olga)");
        assertThat(cell(report, "QUOTAS", "answer")).asString().contains("All quotas are equal");
        assertThat(cell(report, "MODEL", "said")).isEqualTo("");
    }
}
