package io.fairpatch.score.learn;

import static io.fairpatch.score.SampleDeals.prospect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.SizeClass;
import io.fairpatch.model.WinChance;
import io.fairpatch.score.WinModel.Asked;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is learned from a deal, and what a learned chance says of itself. */
class LearnedWinsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final List<String> SEGMENT = List.of("Technology", "South");
    private static final WinChance BY_SEGMENT = new WinChance(0.2, 0.1, 0.3, 40, 0.7, "Technology in South", 5_000_00);

    @Test
    void a_deal_is_described_by_what_was_known_on_the_day_it_was_created() {
        var large = new Asked(prospect(1).employees(999).account(), SizeClass.ENTERPRISE, true, SEGMENT);
        var deals = List.of(
                deal(DAY.minusDays(1_500), DAY.minusDays(1_461), true, true),
                deal(DAY.minusDays(900), DAY.minusDays(731), true, false),
                deal(DAY.minusDays(20), DAY, true, true),
                deal(DAY.minusDays(800), DAY.minusDays(10), false, false));

        assertThat(DealCases.features(large, deals, DAY))
                .as("two closed before the day, one of them won, the last two years ago")
                .containsExactly(1, Math.log1p(999), 0, 1, 0, 1, 0.5, Math.log1p(2), 731 / 365.25);
        assertThat(DealCases.features(large, deals.subList(1, 2), DAY)[5])
                .as("none won")
                .isZero();

        var unknown = new Asked(prospect(1).employees(null).account(), SizeClass.SMB, false, SEGMENT);
        assertThat(DealCases.features(unknown, List.of(), DAY)).containsExactly(0, 0, 1, 0, 1, 0, 0, 0, 5);
        assertThat(
                        DealCases.features(
                                unknown, List.of(deal(DAY.minusDays(4_000), DAY.minusDays(3_000), true, false)), DAY)[
                                8])
                .as("five years at most")
                .isEqualTo(5);
        assertThat(DealCases.FEATURES).hasSize(9);
    }

    @Test
    void only_closed_deals_with_a_first_day_are_learned_from() {
        var asked = new Asked(prospect(1).account(), SizeClass.SMB, false, SEGMENT);
        var cases = DealCases.of(
                asked,
                List.of(
                        deal(DAY.minusDays(30), DAY, true, true),
                        deal(DAY.minusDays(30), DAY.plusDays(1), true, true),
                        deal(DAY.minusDays(30), DAY, false, false),
                        deal(null, DAY, true, true)),
                DAY);

        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).created()).isEqualTo(DAY.minusDays(30));
        assertThat(cases.get(0).closed()).isEqualTo(DAY);
        assertThat(cases.get(0).won()).isTrue();
        assertThat(cases.get(0).segment()).isEqualTo(SEGMENT);
    }

    @Test
    void a_chance_is_the_sum_of_its_reasons_with_an_interval_from_the_fit() {
        var cases = cases(1_000);
        var wins = LearnedWins.of(cases, Map.of(), DAY);
        var asked = new Asked(prospect(1).employees(2_000).account(), SizeClass.ENTERPRISE, false, SEGMENT);
        var chance = wins.chance(asked, BY_SEGMENT);

        double logOdds = chance.reasons().stream()
                .map(reason -> BigDecimal.valueOf(reason.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        var model = BackTest.learn(BackTest.inOrder(cases)).model();
        double[] row = new BackTest.SegmentRates(cases).features(DealCases.features(asked, List.of(), DAY), SEGMENT);
        assertThat(logOdds).isCloseTo(model.logOdds(row), within(1e-5));
        assertThat(chance.probability()).isEqualTo(share(logOdds));
        assertThat(chance.low()).isCloseTo(share(logOdds - 1.6449 * model.doubt(row)), within(1e-12));
        assertThat(chance.high()).isCloseTo(share(logOdds + 1.6449 * model.doubt(row)), within(1e-12));
        assertThat(chance.reasons().get(0).sentence()).startsWith("Learned from 1,000 closed deals: odds of ");
        assertThat(chance.reasons()).extracting(Reason::rule).contains("start", "employees, logarithm");
        assertThat(chance.reasons()).allMatch(reason -> reason.points() != 0);
        assertThat(List.of(chance.deals(), chance.ownShare(), chance.basis(), chance.wonCents()))
                .as("the rest is what the segment says")
                .containsExactly(40, 0.7, "Technology in South", 5_000_00L);
    }

    @Test
    void the_chance_rises_with_what_was_learned_and_with_the_accounts_own_wins() {
        var account = prospect(1).employees(50).account();
        var small = new Asked(account, SizeClass.SMB, false, SEGMENT);
        var large = new Asked(prospect(1).employees(5_000).account(), SizeClass.ENTERPRISE, false, SEGMENT);
        var none = LearnedWins.of(cases(1_000), Map.of(), DAY);
        var won = LearnedWins.of(
                cases(1_000),
                Map.of(account.id(), List.of(deal(DAY.minusDays(300), DAY.minusDays(200), true, true))),
                DAY);

        assertThat(none.chance(large, BY_SEGMENT).probability())
                .isGreaterThan(none.chance(small, BY_SEGMENT).probability() + 0.1);
        assertThat(won.chance(small, BY_SEGMENT).probability())
                .isGreaterThan(none.chance(small, BY_SEGMENT).probability());
    }

    @Test
    void a_segment_never_seen_has_the_rate_of_the_larger_one() {
        var cases = cases(400);
        var rates = new BackTest.SegmentRates(cases);

        assertThat(rates.of(List.of("Technology", "Moon"))).isEqualTo(rates.of(List.of("Technology")));
        assertThat(rates.of(List.of("Fishing", "Moon"))).isEqualTo(rates.of(List.of()));
        double whole = rates.of(List.of());
        double[] row = rates.features(new double[] {7}, List.of("Fishing"));
        assertThat(row).containsExactly(7, Math.log(whole / (1 - whole)));
    }

    /** Deals of which large companies sign more. */
    private static List<DealCase> cases(int deals) {
        var random = new Random(4);
        var cases = new ArrayList<DealCase>();
        for (int i = 0; i < deals; i++) {
            int employees = 10 + random.nextInt(5_000);
            var asked = new Asked(
                    prospect(1).employees(employees).account(),
                    employees >= 500 ? SizeClass.ENTERPRISE : SizeClass.SMB,
                    random.nextBoolean(),
                    i % 3 == 0 ? List.of("Retail", "West") : SEGMENT);
            var day = DAY.minusDays(30 + random.nextInt(700));
            boolean before = random.nextBoolean();
            boolean won = random.nextDouble() < (employees > 2_500 ? 0.5 : 0.1) + (before ? 0.2 : 0);
            var past =
                    before ? List.of(deal(day.minusDays(90), day.minusDays(10), true, true)) : List.<Opportunity>of();
            cases.add(new DealCase(day, day.plusDays(20), won, DealCases.features(asked, past, day), asked.segment()));
        }
        return cases;
    }

    private static double share(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static Opportunity deal(@Nullable LocalDate created, LocalDate close, boolean closed, boolean won) {
        return new Opportunity(
                SalesforceId.of("006000000000001"),
                AccountDraft.id(1),
                null,
                won ? "Closed Won" : "Open",
                1_000_00L,
                close,
                created,
                closed,
                won);
    }
}
