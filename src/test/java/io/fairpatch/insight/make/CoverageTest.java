package io.fairpatch.insight.make;

import static io.fairpatch.insight.SmallLand.TODAY;
import static io.fairpatch.insight.SmallLand.cell;
import static io.fairpatch.insight.SmallLand.make;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.insight.AccountOf;
import io.fairpatch.insight.SmallLand;
import io.fairpatch.insight.report.Row;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
    @ParameterizedTest
    @Tag("F12")
    @CsvSource({
        "true,-5,ACTIVE",
        "true,0,ACTIVE",
        "true,30,ACTIVE",
        "true,31,AT_RISK",
        "true,90,AT_RISK",
        "true,91,DORMANT",
        "true,,DORMANT",
        "false,1,UNCOVERED",
        "false,,UNCOVERED"
    })
    void status_has_exact_edges_and_never_touched_is_not_active(boolean held, Integer daysAgo, CoverageStatus status) {
        var last = daysAgo == null ? null : TODAY.minusDays(daysAgo);

        assertThat(CoverageStatus.of(held, last, TODAY)).isEqualTo(status);
    }

    @Test
    @Tag("F9")
    @Tag("F24")
    void coverage_counts_by_rep_and_the_ratio_is_of_accounts_touched_in_the_period() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).touched(TODAY.minusDays(10)))
                .account(new AccountOf(2).ownedBy(1).touched(TODAY.minusDays(60)))
                .account(new AccountOf(3).ownedBy(1).touched(TODAY.minusDays(200)))
                .account(new AccountOf(4).ownedBy(1).touched(null))
                .account(new AccountOf(5).touched(TODAY))
                .build();
        String anna = SmallLand.rep(1).value();

        var coverage = make(new CoverageReport(), land);
        assertThat(List.of("active", "atRisk", "dormant", "never", "ratio"))
                .extracting(column -> cell(coverage, anna, column))
                .containsExactly(1.0, 1.0, 2.0, 1.0, 0.5);
        assertThat(cell(coverage, "No owner", "uncovered")).isEqualTo(1.0);
        assertThat(coverage.sentence())
                .isEqualTo("2 accounts of 5 accounts (40 %) had contact in the last 90 days; 4 accounts are at risk,"
                        + " dormant or without an active rep.");
        assertThat(cell(make(new CoverageReport(), land, "days", "30"), anna, "ratio"))
                .isEqualTo(0.25);
        assertThat(cell(make(new UntouchedReport(), land), anna, "untouched")).isEqualTo(1.0);
        assertThat(coverage.notes()).noneMatch(note -> note.contains("may not read"));
    }

    @Test
    void where_no_activity_at_all_was_copied_reports_say_that_they_cannot_tell() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).touched(null))
                .build();

        for (var maker : List.of(new CoverageReport(), new UntouchedReport(), new GapReport())) {
            assertThat(make(maker, land).notes().get(0)).contains("can't tell who was touched");
        }
    }

    @Test
    @Tag("F13")
    @Tag("B31")
    void gaps_come_high_tier_first_then_longest_idle_and_only_above_the_threshold() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(strong(1).ownedBy(1).touched(TODAY.minusDays(40)))
                .account(strong(2).ownedBy(1).touched(TODAY.minusDays(100)))
                .account(strong(3).ownedBy(1).touched(null))
                .account(strong(4).ownedBy(1).touched(TODAY))
                .account(new AccountOf(5).ownedBy(1).touched(null))
                .account(new AccountOf(6)
                        .ownedBy(1)
                        .spends(200_000, 200_000)
                        .growth(0.3)
                        .touched(null))
                .build();

        var gaps = make(new GapReport(), land);
        assertThat(gaps.table().rows()).extracting(Row::key).containsExactly(id(3), id(2), id(1));
        assertThat(make(new GapReport(), land, "score", "0").table().rows())
                .extracting(Row::key)
                .containsExactly(id(3), id(2), id(1), id(6), id(5));
        assertThat(make(new GapReport(), land, "status", "at risk").table().rows())
                .extracting(Row::key)
                .containsExactly(id(1));
    }

    @Test
    @Tag("F14")
    @Tag("H12")
    void a_contested_account_says_who_engaged_first_and_who_won_more() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .rep(2, "Bert", null)
                .rep(9, "Gone", null)
                .account(new AccountOf(1).in("West", 1, TODAY).ownedBy(2))
                .account(new AccountOf(2).ownedBy(1))
                .account(new AccountOf(3).ownedBy(1))
                .deal(1, 2, "won", 5_000, TODAY.minusDays(300))
                .deal(1, 1, "won", 9_000, TODAY.minusDays(200))
                .deal(2, 2, "open", 7_000, TODAY.plusDays(30))
                .deal(3, 9, "open", 7_000, TODAY.plusDays(30))
                .deal(3, 2, "won", 7_000, TODAY.minusDays(30))
                .build();

        var contested = make(new ContestedReport(), land);

        assertThat(contested.table().rows()).extracting(Row::key).containsExactly(id(1), id(2));
        assertThat(cell(contested, id(1), "others")).isEqualTo("Bert");
        assertThat(cell(contested, id(1), "first")).isEqualTo("Bert, " + TODAY.minusDays(360));
        assertThat(cell(contested, id(1), "stronger")).isEqualTo("Anna, 9,000");
        assertThat(cell(contested, id(2), "open")).isEqualTo(7_000_00.0);
    }

    @Test
    @Tag("F18")
    void accounts_that_changed_tier_or_a_quarter_of_their_potential_are_listed() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).spends(100_000, 0))
                .account(new AccountOf(2).ownedBy(1).spends(100_000, 0))
                .account(new AccountOf(3).ownedBy(1).spends(100_000, 0));
        var was = new SmallLand()
                .account(new AccountOf(1).spends(76_000, 0))
                .account(new AccountOf(2).spends(74_000, 0))
                .account(strong(3))
                .build();

        var changes = make(
                new TierChangeReport(),
                land.before(was.entries().stream().map(entry -> entry.score()).toList())
                        .build());

        assertThat(changes.table().rows()).extracting(Row::key).containsExactly(id(3), id(2));
        assertThat(cell(changes, id(3), "tier")).isEqualTo("1 to 3");
        assertThat(make(new TierChangeReport(), land.before(List.of()).build()).sentence())
                .startsWith("There is one scoring so far");
    }

    @Test
    @Tag("F20")
    @Tag("A26")
    void coverage_and_potential_stand_by_place() {
        var land = new SmallLand()
                .rep(1, "Anna", null)
                .account(new AccountOf(1).ownedBy(1).spends(300_000, 0).touched(TODAY))
                .account(new AccountOf(2).ownedBy(1).spends(100_000, 0).touched(null))
                .build();
        var places = make(new PlaceReport(), land);

        assertThat(cell(places, "TX", "potential")).isEqualTo(400_000_00.0);
        assertThat(cell(places, "TX", "covered")).isEqualTo(0.75);
        assertThat(cell(places, "TX", "gap")).isEqualTo(100_000_00.0);
        assertThat(places.sentence()).startsWith("100 % of the potential is in TX");
        assertThat(cell(make(new PlaceReport(), land, "by", "industry"), "Technology", "accounts"))
                .isEqualTo(2.0);
    }

    private static AccountOf strong(int number) {
        return new AccountOf(number).spends(500_000, 500_000).growth(0.3).strategic();
    }

    private static String id(int number) {
        return AccountOf.id(number).value();
    }
}
