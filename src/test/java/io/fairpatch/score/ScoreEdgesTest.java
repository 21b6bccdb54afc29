package io.fairpatch.score;

import static io.fairpatch.score.SampleDeals.END;
import static io.fairpatch.score.SampleDeals.deal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.ChurnRisk;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SizeClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact edges at which an account is sorted another way. */
class ScoreEdgesTest {
    private final Scorer scorer = new Scorer(ConfigLoader.shipped(ConfigPart.SCORING));

    @ParameterizedTest
    @CsvSource({
        "0,500,ENTERPRISE",
        "0,499,MID_MARKET",
        "0,50,MID_MARKET",
        "0,49,SMB",
        "0,1,SMB",
        "0,0,UNKNOWN",
        ",,UNKNOWN",
        "1,500,SMB"
    })
    void without_a_revenue_the_employees_say_the_size(
            @Nullable Long revenue, @Nullable Integer employees, SizeClass size) {
        var draft = new AccountDraft(1).companyRevenue(revenue).employees(employees);

        assertThat(only(draft, List.of()).profile().size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"10000,15000,true", "10000,14999,false", "6000,9999,false", "6666,10000,true"})
    void what_it_buys_surges_from_half_as_much_again_and_from_ten_thousand(long before, long now, boolean surging) {
        var score = only(new AccountDraft(1).spends(1_000L, 0L), bought(before, now));

        assertThat(score.profile().surging()).isEqualTo(surging);
        if (surging) {
            assertThat(score.profile().surge()).startsWith("won amounts grew +50 % over the year before");
        }
    }

    @ParameterizedTest
    @CsvSource({"7000,MEDIUM,90", "7001,LOW,90", "7000,HIGH,91", "7001,MEDIUM,91"})
    void risk_comes_of_a_fall_of_thirty_percent_and_of_silence(long now, ChurnRisk risk, int days) {
        var draft = new AccountDraft(1).spends(1_000L, 0L).lastActivity(END.minusDays(days));
        var score = only(draft, bought(10_000, now));

        assertThat(score.profile().churn()).isEqualTo(risk);
        assertThat(score.profile().churnCause().contains("no contact for 91 days"))
                .isEqualTo(days == 91);
    }

    @ParameterizedTest
    @CsvSource({
        "Customer - Direct,true",
        "CUSTOMER,true",
        "Former Customer,false",
        "Prospect customer,false",
        "Partner,false",
        ",false"
    })
    void the_type_says_who_is_a_customer(@Nullable String type, boolean customer) {
        var draft = type == null ? new AccountDraft(1) : new AccountDraft(1).type(type);

        assertThat(only(draft, List.of()).customer()).isEqualTo(customer);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000,,2",
        "16000000,,4",
        "64000000,,4",
        "250000,,0.5",
        "62500,,0.25",
        "1000,,0.25",
        ",400,1",
        ",1600,2",
        ",,1"
    })
    void a_first_deal_grows_with_the_root_of_the_companys_size(
            @Nullable Long revenue, @Nullable Integer employees, double factor) {
        var accounts = List.of(
                new AccountDraft(1).companyRevenue(revenue).employees(employees).account(),
                new AccountDraft(2)
                        .companyRevenue(1_000_000L)
                        .employees(400)
                        .type("Customer")
                        .account());
        var deals = SampleDeals.deals(2, 10, 30, 20_000);
        var score = requireNonNull(scorer.score(accounts, deals, END).scores().get(AccountDraft.id(1)));

        assertThat(score.potentialCents()).isEqualTo(Math.round(20_000_00 * 0.25 * factor));
        assertThat(score.assumptions().contains("Company size unknown: an average deal assumed"))
                .isEqualTo(revenue == null && employees == null);
    }

    @ParameterizedTest
    @CsvSource({"5000000,400,500000", ",400,4000000", ",,2250000"})
    void without_any_won_amount_a_contract_is_guessed_from_the_size(
            @Nullable Long revenue, @Nullable Integer employees, long cents) {
        // the others': a thousandth of the revenue, 100 an employee; on average where nothing is known
        var accounts = List.of(
                new AccountDraft(1).companyRevenue(revenue).employees(employees).account(),
                new AccountDraft(2).companyRevenue(5_000_000L).account(),
                new AccountDraft(3).employees(400).account());
        var score =
                requireNonNull(scorer.score(accounts, List.of(), END).scores().get(AccountDraft.id(1)));

        assertThat(score.potentialCents()).isEqualTo(Math.round(cents * 0.2));
        assertThat(score.assumptions())
                .contains("No closed deals: a win probability of 20 % assumed")
                .anyMatch(text -> text.startsWith("No won amounts: "));
    }

    @Test
    void deals_without_an_amount_count_as_won_but_not_for_their_worth() {
        var cells = new DealCells();
        int cell = cells.cell(List.of("Retail"));
        cells.add(cell, true, 100_00L);
        cells.add(cell, true, 300_00L);
        cells.add(cell, true, null);
        cells.add(cell, true, 0L);
        cells.add(cell, false, 900_00L);
        var estimate = cells.estimates().get(cell);

        assertThat(estimate.deals()).isEqualTo(5);
        assertThat(estimate.wins()).isEqualTo(4);
        assertThat(estimate.rawRate()).isEqualTo(0.8);
        assertThat(estimate.averageWonCents()).isEqualTo(200_00);
        assertThat(estimate.wonCents()).isEqualTo(200_00);
        var empty = new DealCells().estimates().get(0);
        assertThat(empty.rawRate()).isZero();
        assertThat(empty.rate().mean()).isEqualTo(0.2);
        assertThat(empty.rate().high() - empty.rate().low()).isGreaterThan(0.5);
    }

    @Test
    void deals_one_by_one_and_summed_up_make_the_same_values() {
        var single = new DealCells();
        for (long amount : new long[] {10_000_00, 11_000_00, 12_000_00}) {
            single.add(single.cell(List.of("A")), true, amount);
            single.add(single.cell(List.of("B")), true, 2 * amount);
        }
        double a = single.estimates().get(1).wonCents();
        double b = single.estimates().get(2).wonCents();

        assertThat(a).isLessThan(b);
        assertThat(Math.sqrt(a * b) / single.estimates().get(0).wonCents())
                .as("the two lie around the whole, by their logarithms")
                .isCloseTo(1, within(0.001));
    }

    @Test
    void the_whole_alone_has_the_interval_of_its_deals() {
        var rate = WinRates.of(List.of(new RateNode(-1, 0, 99, 33))).get(0);

        assertThat(rate.mean()).isEqualTo(1 / 3.0);
        assertThat(rate.variance()).isCloseTo(1 / 3.0 * 2 / 3.0 / 100, within(1e-12));
        assertThat(rate.ownShare()).isEqualTo(1);
        assertThat(WinRates.of(List.of(new RateNode(-1, 0, 9, 0))).get(0).mean())
                .as("none of nine won: one in ten")
                .isEqualTo(0.1);
        var unknown = WinRates.of(List.of(new RateNode(-1, 0, 0, 0))).get(0);
        assertThat(unknown.variance()).isCloseTo(0.2 * 0.8 / 3, within(1e-12));
    }

    private static List<Opportunity> bought(long before, long now) {
        var deals = new ArrayList<Opportunity>();
        deals.add(deal(1, true, END.minusMonths(18), before));
        deals.add(deal(1, true, END.minusMonths(6), now));
        return deals;
    }

    private AccountScore only(AccountDraft draft, List<Opportunity> deals) {
        return requireNonNull(
                scorer.score(List.of(draft.account()), deals, END).scores().get(AccountDraft.id(1)));
    }

    @Test
    void a_part_says_the_weight_it_was_taken_with() {
        var parts = new Parts();
        parts.add("fit", 0.333, 90, "376 employees");

        assertThat(parts.reasons()).containsExactly(new Reason("fit", "376 employees: 90 x 0.333", 30.0));
    }
}
