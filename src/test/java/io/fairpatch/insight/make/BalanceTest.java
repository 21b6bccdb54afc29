package io.fairpatch.insight.make;

import static io.fairpatch.insight.SmallLand.TODAY;
import static io.fairpatch.insight.SmallLand.cell;
import static io.fairpatch.insight.SmallLand.make;
import static io.fairpatch.insight.SmallLand.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.insight.AccountOf;
import io.fairpatch.insight.SmallLand;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Value;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceTest {
    private static final String ANNA = SmallLand.rep(1).value();
    private static final String BERT = SmallLand.rep(2).value();

    /** Anna holds what is given, Bert the same 100,000 twice. */
    private static Landscape land(long annas) {
        return new SmallLand()
                .rep(1, "Anna", 200_000L)
                .rep(2, "Bert", 160_000L)
                .account(new AccountOf(1).ownedBy(1).spends(annas, 0))
                .account(new AccountOf(2).ownedBy(2).spends(100_000, 0))
                .account(new AccountOf(3).ownedBy(2).spends(100_000, 0))
                .build();
    }

    @Test
    @Tag("D23")
    void growth_accounts_have_a_gini_of_their_own() {
        var land = new SmallLand().rep(1, "Anna", null).rep(2, "Bert", null);
        for (int i = 1; i <= 5; i++) {
            land.account(
                    new AccountOf(i).ownedBy(i <= 3 ? 1 : 2).spends(100_000, 0).growth(i == 5 ? 0.05 : 0.5));
        }

        var report = make(new BalanceReport(), land.build());

        assertThat(figure(report, "Gini of growth accounts"))
                .as("Anna has three, Bert one")
                .isCloseTo(0.25, within(1e-9));
    }

    @Test
    @Tag("F1")
    @Tag("F2")
    void six_numbers_a_territory_and_the_deviation_under_its_own_name() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).spends(100_000, 0))
                .account(new AccountOf(2)
                        .ownedBy(1)
                        .spends(300_000, 500_000)
                        .growth(0.5)
                        .strategic())
                .build();
        var report = make(new BalanceReport(), land);

        assertThat(cell(report, ANNA, "accounts")).isEqualTo(2.0);
        double potential = (double) cell(report, ANNA, "potential");
        assertThat(potential)
                .isEqualTo(land.entries().get(0).potential()
                        + land.entries().get(1).potential());
        assertThat(cell(report, ANNA, "average")).isEqualTo(potential / 2);
        assertThat(cell(report, ANNA, "tier1")).isEqualTo(1.0);
        assertThat(cell(report, ANNA, "tier3")).isEqualTo(1.0);
        double half = (double) (land.entries().get(1).potential()
                        - land.entries().get(0).potential())
                / 2;
        assertThat((double) cell(report, ANNA, "deviation")).isCloseTo(half, within(1.0));
        assertThat(report.table().columns().get(report.table().at("deviation")).label())
                .isEqualTo("Standard deviation of account potential");
    }

    @ParameterizedTest
    @Tag("D5")
    @CsvSource({"240000,green", "244600,amber", "270500,amber", "271500,red"})
    void within_ten_percent_is_green_within_fifteen_amber_and_beyond_red(long annas, String band) {
        assertThat(cell(make(new BalanceReport(), land(annas)), ANNA, "band")).isEqualTo(band);
    }

    @ParameterizedTest
    @Tag("F7")
    @Tag("D6")
    @CsvSource({"240000,false", "240200,true"})
    void rebalancing_is_needed_above_twenty_percent_and_not_at_it(long annas, boolean needed) {
        var report = make(new BalanceReport(), land(annas));

        assertThat(report.sentence()).endsWith(needed ? "Rebalancing needed: yes." : "Rebalancing needed: no.");
    }

    @Test
    @Tag("F3")
    @Tag("F4")
    @Tag("F5")
    @Tag("F6")
    void the_equity_block_has_range_quota_and_the_extremes_by_name() {
        var report = make(new BalanceReport(), land(300_000));

        assertThat(report.sentence())
                .startsWith(
                        "The fullest book holds 1.50x the emptiest, for equal capacity: Book of Anna has 120 % of its"
                                + " target, Book of Bert 80 %.");
        assertThat(figure(report, "Highest over lowest")).isCloseTo(1.5, within(1e-9));
        assertThat(figure(report, "Coefficient of variation")).isCloseTo(0.2, within(1e-9));
        assertThat(figure(report, "Gini")).isCloseTo(0.1, within(1e-9));
        assertThat(figure(report, "Lowest")).isEqualTo(200_000_00.0);
        assertThat(figure(report, "Highest")).isEqualTo(300_000_00.0);
        assertThat(figure(report, "Range")).isEqualTo(100_000_00.0);
        assertThat(figure(report, "Average potential a rep")).isEqualTo(250_000_00.0);
        assertThat(figure(report, "Average quota")).isEqualTo(180_000_00.0);
        assertThat(figure(report, "Lowest quota")).isEqualTo(160_000_00.0);
        assertThat(figure(report, "Quota variation")).isCloseTo(20.0 / 180, within(1e-9));
    }

    @Test
    void a_rep_of_two_territories_has_one_quota_and_none_is_no_quota() {
        var land = new SmallLand()
                .rep(1, "Anna", 150_000L)
                .rep(2, "Bert", 0L)
                .account(new AccountOf(1).in("North", 1, null).spends(150_000, 0))
                .account(new AccountOf(2).in("South", 1, null).spends(50_000, 0))
                .account(new AccountOf(3).ownedBy(2).spends(100_000, 0))
                .build();

        var report = make(new QuotaReport(), land);

        assertThat(report.sentence()).isEqualTo("0 quotas lie outside 70 to 80 % of attainable potential, of 1.");
        assertThat(cell(report, "North", "quota")).isEqualTo(112_500_00.0);
        assertThat(cell(report, "South", "quota")).isEqualTo(37_500_00.0);
        assertThat(cell(report, BERT, "verdict")).isEqualTo("no quota");
        assertThat(figure(make(new BalanceReport(), land, "by", "manager"), "Average quota"))
                .isEqualTo(150_000_00.0);
    }

    @Test
    @Tag("D7")
    void a_rep_of_two_territories_has_one_target() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .rep(2, "Bert", null)
                .account(new AccountOf(1).in("North", 1, null).spends(150_000, 0))
                .account(new AccountOf(2).in("South", 1, null).spends(50_000, 0))
                .account(new AccountOf(3).in("East", 2, null).spends(100_000, 0))
                .build();

        var report = make(new BalanceReport(), land);

        assertThat(report.sentence()).startsWith("The fullest book holds 2.0x the emptiest");
        assertThat((double) cell(report, "North", "share")).isCloseTo(4.0 / 3, within(1e-9));
        assertThat((double) cell(report, "South", "share")).isCloseTo(4.0 / 3, within(1e-9));
    }

    @Test
    void what_no_territory_was_written_on_yet_is_in_the_one_of_who_holds_it() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .rep(2, "Bert", null)
                .rep(3, "Carla", null)
                .account(new AccountOf(1).ownedBy(1).spends(1_000, 0))
                .account(new AccountOf(2).in("North", 1, null).spends(99_000, 0))
                .account(new AccountOf(3).in("East", 2, null).spends(100_000, 0))
                .account(new AccountOf(4).ownedBy(3).spends(100_000, 0))
                .build();

        var report = make(new BalanceReport(), land);

        assertThat(report.sentence()).startsWith("The fullest book holds 1.00x the emptiest");
        assertThat(report.table().rows()).hasSize(3);
        assertThat(cell(report, "North", "accounts")).isEqualTo(2.0);
        assertThat(cell(report, SmallLand.rep(3).value(), "territory")).isEqualTo("Book of Carla");
    }

    @Test
    @Tag("D7")
    void targets_scale_with_capacity_so_a_new_hire_needs_less() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .rep(2, "Bert", null, "Enterprise AE", "new")
                .account(new AccountOf(1).ownedBy(1).spends(400_000, 0))
                .account(new AccountOf(2).ownedBy(2).spends(100_000, 0))
                .build();

        var report = make(new BalanceReport(), land);

        assertThat(cell(report, ANNA, "share")).isEqualTo(1.0);
        assertThat(cell(report, BERT, "share")).isEqualTo(1.0);
        assertThat(cell(report, BERT, "band")).isEqualTo("green");
    }

    @Test
    @Tag("F20")
    void territories_roll_up_by_manager_and_by_parent_and_every_row_opens_to_its_accounts() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .rep(2, "Bert", null)
                .account(new AccountOf(1).in("Texas 1", 1, TODAY))
                .account(new AccountOf(2).in("Texas 2", 2, TODAY))
                .build();
        var maker = new BalanceReport();

        assertThat(cell(make(maker, land, "by", "parent"), "Texas", "accounts")).isEqualTo(2.0);
        assertThat(cell(make(maker, land, "by", "manager"), "no manager", "accounts"))
                .isEqualTo(2.0);
        var opened = maker.open(land, settings(maker), "Texas 1").orElseThrow();
        assertThat(opened.table().rows()).hasSize(1);
        assertThat(opened.notes()).anyMatch(note -> note.contains("x capacity 1 of 2"));
    }

    static double figure(Report report, String label) {
        return Stream.of(report.figures())
                .flatMap(list -> list.stream())
                .filter(figure -> figure.label().equals(label))
                .map(Figure::value)
                .map(Value::number)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + label));
    }
}
