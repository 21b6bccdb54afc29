package io.fairpatch.insight.make;

import static io.fairpatch.insight.SmallLand.cell;
import static io.fairpatch.insight.SmallLand.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.insight.AccountOf;
import io.fairpatch.insight.SmallLand;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IllusionsTest {
    private static final String ANNA = SmallLand.rep(1).value();

    @Test
    @Tag("I2")
    void equal_counts_that_hide_a_spread_of_potential_are_said() {
        var report = make(new BalanceReport(), books(400_000).build());

        assertThat(figure(report, "Accounts, highest over lowest")).isEqualTo(1.0);
        assertThat(report.sentence())
                .contains(
                        "Equal counts hide it: accounts for equal capacity differ by 1.00x at most, potential by 4.0x.");
        assertThat(make(new BalanceReport(), books(100_000).build()).sentence()).doesNotContain("Equal counts");
    }

    @Test
    @Tag("I4")
    void books_that_come_with_seniority_show_as_a_correlation() {
        var rising = make(
                new BalanceReport(),
                books(400_000)
                        .joined(1, LocalDate.of(2024, 3, 31))
                        .joined(2, LocalDate.of(2016, 3, 31))
                        .joined(3, LocalDate.of(2024, 3, 31))
                        .build());
        assertThat(figure(rising, "Tenure and potential")).isCloseTo(1.0, within(1e-9));

        var unknown = make(
                new BalanceReport(),
                books(400_000).joined(1, LocalDate.of(2024, 3, 31)).build());
        assertThat(unknown.figures()).noneMatch(figure -> figure.label().equals("Tenure and potential"));
    }

    @Test
    @Tag("A7")
    @Tag("I11")
    void each_rep_has_four_numbers_in_the_order_of_territories() {
        var land = new SmallLand()
                .rep(1, "Anna", 200_000L)
                .rep(2, "Bert", null)
                .account(new AccountOf(1).ownedBy(1).spends(100_000, 0))
                .account(new AccountOf(2).ownedBy(1).spends(100_000, 0))
                .account(new AccountOf(3).ownedBy(2).spends(100_000, 0))
                .deal(1, 1, "won", 50_000, LocalDate.of(2026, 1, 10))
                .deal(1, 1, "lost", 50_000, LocalDate.of(2026, 1, 11))
                .deal(2, 1, "won", 90_000, LocalDate.of(2025, 3, 30))
                .deal(2, 1, "open", 300_000, LocalDate.of(2026, 5, 1))
                .touches(1, LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2), LocalDate.of(2025, 3, 2))
                .build();
        var report = make(new RepReport(), land);

        assertThat(cell(report, ANNA, "attainment")).as("50 of 200 thousand").isEqualTo(0.25);
        assertThat(cell(report, ANNA, "pipeline")).as("300 over 150 thousand").isEqualTo(2.0);
        assertThat(cell(report, ANNA, "rate")).as("one of two in 12 months").isEqualTo(0.5);
        assertThat(cell(report, ANNA, "deals")).isEqualTo(2.0);
        assertThat(cell(report, ANNA, "activity"))
                .as("two touches, two accounts")
                .isEqualTo(1.0);
        assertThat(cell(report, SmallLand.rep(2).value(), "attainment")).isEqualTo("");
        assertThat(report.table().rows().get(0).key()).isEqualTo(ANNA);
    }

    @Test
    @Tag("A15")
    void a_strategic_flag_raises_score_and_tier_and_is_shown() {
        var entries = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).spends(100_000, 150_000).growth(-0.1))
                .account(new AccountOf(2)
                        .ownedBy(1)
                        .spends(100_000, 150_000)
                        .growth(-0.1)
                        .strategic())
                .build()
                .entries();
        var plain = entries.get(0).score();
        var flagged = entries.get(1).score();

        assertThat(flagged.score()).isGreaterThan(plain.score());
        assertThat(flagged.tier()).isLessThan(plain.tier());
        assertThat(flagged.reasons()).anyMatch(reason -> reason.sentence().contains("Flagged as strategic"));
    }

    private static SmallLand books(long berts) {
        return new SmallLand()
                .rep(1, "Anna", null)
                .rep(2, "Bert", null)
                .rep(3, "Cleo", null)
                .account(new AccountOf(1).ownedBy(1).spends(100_000, 0))
                .account(new AccountOf(2).ownedBy(2).spends(berts, 0))
                .account(new AccountOf(3).ownedBy(3).spends(100_000, 0));
    }

    private static double figure(Report report, String label) {
        return report.figures().stream()
                .filter(figure -> figure.label().equals(label))
                .map(Figure::value)
                .map(value -> value.number())
                .findFirst()
                .orElseThrow();
    }
}
