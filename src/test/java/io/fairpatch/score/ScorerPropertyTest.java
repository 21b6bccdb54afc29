package io.fairpatch.score;

import static io.fairpatch.score.SampleDeals.END;
import static io.fairpatch.score.SampleDeals.deals;
import static io.fairpatch.score.SampleDeals.prospect;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for any account: range, sums, order of rows, and more of what counts is never worse. */
class ScorerPropertyTest {
    private final Scorer scorer = new Scorer(ConfigLoader.shipped(ConfigPart.SCORING));

    @Property(tries = 30)
    void the_order_of_rows_changes_nothing(@ForAll long seed) {
        var random = new Random(seed);
        var accounts = new ArrayList<Account>();
        var deals = new ArrayList<Opportunity>();
        for (int i = 1; i <= 30; i++) {
            var draft = prospect(i)
                    .industry(List.of("Software", "Retail", "Mining").get(random.nextInt(3)))
                    .employees(random.nextInt(2_000));
            accounts.add((i % 3 == 0 ? draft.spends((long) random.nextInt(400_000), null) : draft).account());
            deals.addAll(deals(i, random.nextInt(4), random.nextInt(6), 1_000 + random.nextInt(90_000)));
        }
        var inOrder = scorer.score(accounts, deals, END);
        Collections.shuffle(accounts, random);
        Collections.shuffle(deals, random);

        assertThat(scorer.score(accounts, deals, END).scores()).isEqualTo(inOrder.scores());
    }

    @Property(tries = 200)
    void more_is_never_worse_where_the_model_says_so(
            @ForAll @DoubleRange(min = 0, max = 100) double intent,
            @ForAll @DoubleRange(min = -1, max = 3) double growth,
            @ForAll @LongRange(min = 1, max = 5_000_000) long spend,
            @ForAll @LongRange(max = 5_000_000) long expansion,
            @ForAll @DoubleRange(min = 0, max = 1) double more) {
        var prospect = only(prospect(1).intent(intent), List.of());
        assertThat(List.of(
                        only(prospect(1).intent(intent + more * (100 - intent)), List.of()),
                        only(prospect(1).intent(intent).contacts(2), List.of())))
                .allSatisfy(better -> assertThat(better.score()).isGreaterThanOrEqualTo(prospect.score()));
        assertThat(only(prospect(1).intent(intent).contacts(0), List.of()).score())
                .isLessThan(prospect.score());
        var customer = only(prospect(1).spends(spend, expansion).growth(growth), List.of());
        long extra = (long) (more * 1_000_000);
        assertThat(List.of(
                        only(prospect(1).spends(spend + extra, expansion).growth(growth), List.of()),
                        only(prospect(1).spends(spend, expansion + extra).growth(growth), List.of()),
                        only(prospect(1).spends(spend, expansion).growth(growth + more), List.of()),
                        only(prospect(1).spends(spend, expansion).growth(growth).strategic(true), List.of())))
                .allSatisfy(better -> {
                    assertThat(better.score()).isGreaterThanOrEqualTo(customer.score());
                    assertThat(better.potentialCents()).isGreaterThanOrEqualTo(customer.potentialCents());
                });
    }

    @Property(tries = 300)
    void reasons_add_up_exactly_and_scores_stay_in_range(
            @ForAll @IntRange(max = 5000) int employees,
            @ForAll @DoubleRange(min = 0, max = 100) double intent,
            @ForAll @DoubleRange(min = -1, max = 3) double growth,
            @ForAll @LongRange(max = 5_000_000) long spend,
            @ForAll @LongRange(max = 5_000_000) long expansion,
            @ForAll boolean customer) {
        var draft = prospect(1).employees(employees).intent(intent).growth(growth);
        AccountScore score = only(customer ? draft.spends(spend, expansion) : draft, deals(1, 0, 3, 10));

        assertThat(sum(score.reasons())).isEqualByComparingTo(BigDecimal.valueOf(score.score()));
        assertThat(sum(score.potentialReasons())).isEqualByComparingTo(BigDecimal.valueOf(score.potentialCents()));
        assertThat(score.score()).isBetween(0.0, 100.0);
    }

    private static BigDecimal sum(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> BigDecimal.valueOf(reason.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private AccountScore only(AccountDraft draft, List<Opportunity> deals) {
        return requireNonNull(
                scorer.score(List.of(draft.account()), deals, END).scores().get(AccountDraft.id(1)));
    }
}
