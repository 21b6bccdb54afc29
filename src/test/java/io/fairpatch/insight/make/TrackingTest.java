package io.fairpatch.insight.make;

import static io.fairpatch.insight.SmallLand.TODAY;
import static io.fairpatch.insight.SmallLand.cell;
import static io.fairpatch.insight.SmallLand.make;
import static io.fairpatch.insight.SmallLand.rep;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.insight.AccountOf;
import io.fairpatch.insight.SmallLand;
import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.WrittenPlan;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules in force, and the plan beside what became of it. */
class TrackingTest {
    @Test
    @Tag("H13")
    void each_account_falls_under_one_tier_and_one_play_and_every_rule_says_where_it_is_set() {
        var rules = make(new RuleSetReport(ConfigLoader.shipped(ConfigPart.WRITE_POLICY)), land(null));

        assertThat(rules.sentence())
                .endsWith("rules are in force; each of 4 accounts falls under exactly one tier and one play.");
        assertThat(rules.table().rows()).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row.cells().get(4).text()).matches("(scoring|coverage|planning|write-policy)\\.yml: .+");
            assertThat(row.cells().get(2).text()).isNotBlank();
            assertThat(row.cells().get(3).text()).isNotBlank().doesNotContain("null");
        });
    }

    @Test
    @Tag("H19")
    void advice_names_the_most_pressing_of_what_became_of_each_book() {
        long held = land(null).entries().stream().mapToLong(Entry::potential).sum() / 4;
        var plan = new WrittenPlan(
                "P260101-1",
                TODAY.minusDays(120),
                true,
                List.of(book(1, 2 * held), book(2, held), book(3, 4 * held)),
                Map.of(
                        AccountOf.id(1), rep(1),
                        AccountOf.id(2), rep(1),
                        AccountOf.id(3), rep(2),
                        AccountOf.id(4), rep(2)));
        var report = make(new PlanTracking(), land(plan));

        assertThat(report.sentence())
                .isEqualTo("Since P260101-1 was written on " + TODAY.minusDays(120) + ", 1 book is outside the band,"
                        + " 1 account lies elsewhere than planned, and 1 of 4 accounts that came had no contact.");
        assertThat(cell(report, rep(1).value(), "share")).isEqualTo(1.0);
        assertThat(advice(report, 1)).isEqualTo("Call the 1 account that came and had no contact.");
        assertThat(advice(report, 2)).startsWith("1 account given by the plan lies elsewhere");
        assertThat(advice(report, 3)).startsWith("Under the band: take in about ");
        assertThat(new PlanTracking().open(land(plan), Settings.of(List.of(), Map.of()), rep(2).value()))
                .hasValueSatisfying(open -> assertThat(open.table().rows())
                        .extracting(row -> row.key())
                        .containsExactly(AccountOf.id(4).value()));
        assertThat(make(new PlanTracking(), land(null)).sentence()).contains("nothing to track");

        var unseen = new WrittenPlan(plan.proposal(), plan.day(), false, plan.books(), plan.placed());
        var waiting = make(new PlanTracking(), land(unseen));
        assertThat(waiting.sentence())
                .endsWith("after the org was copied last: copy it again to see what became of it.");
        assertThat(waiting.table().rows())
                .as("an older copy would say that nothing is where it was planned")
                .isEmpty();
    }

    @Test
    @Tag("H19")
    void results_count_once_they_say_something() {
        var slow = tracked(120);
        assertThat((Double) cell(slow, rep(1).value(), "pace")).isBetween(0.3, 0.31);
        assertThat(advice(slow, 1)).contains("30 % of the quota's pace");
        assertThat(advice(tracked(89), 1)).isEqualTo("As planned.");
    }

    /** One book that is as planned but for its sales: 100 won of a yearly quota of 1,000. */
    private static Report tracked(int daysAgo) {
        var land = new SmallLand()
                .rep(1, "Anna", 1_000L)
                .account(new AccountOf(1).ownedBy(1))
                .deal(1, 1, "won", 100, TODAY.minusDays(30));
        long potential = land.build().entries().get(0).potential();
        var plan = new WrittenPlan("P1", TODAY.minusDays(daysAgo), true, List.of(book(1, potential)), Map.of());
        return make(new PlanTracking(), land.written(plan).build());
    }

    private static Landscape land(@Nullable WrittenPlan plan) {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .rep(2, "Ben", null)
                .rep(3, "Cleo", null)
                .account(new AccountOf(1).ownedBy(1))
                .account(new AccountOf(2).ownedBy(1))
                .account(new AccountOf(3).ownedBy(2))
                .account(new AccountOf(4).ownedBy(3))
                .touches(2, TODAY.minusDays(3))
                .touches(3, TODAY.minusDays(3));
        return (plan == null ? land : land.written(plan)).build();
    }

    private static WrittenPlan.PlannedBook book(int number, long target) {
        return new WrittenPlan.PlannedBook(rep(number), "Rep " + number, "T" + number, 1, target, target);
    }

    private static String advice(Report report, int number) {
        return String.valueOf(report.table().rows().stream()
                .filter(row -> row.key().equals(rep(number).value()))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(11)
                .text());
    }
}
