package io.fairpatch.web.api;

import io.fairpatch.insight.AccountPage;
import io.fairpatch.insight.Scoring;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Part of the ranked list of accounts.
 *
 * @param total accounts that match
 * @param next the cursor of the part after this one, null at the end
 * @param customersLeftOut customers that match but are not of the kind asked for
 * @param lostLeftOut likewise prospects: a deal was lost and none is open
 * @param scoring the last scoring as a whole, null when there was none
 */
@Serdeable
public record AccountsJson(
        List<AccountJson> items,
        long total,
        @Nullable String next,
        int customersLeftOut,
        int lostLeftOut,
        @Nullable ScoringJson scoring) {
    public AccountsJson {
        items = List.copyOf(items);
    }

    /**
     * All scored accounts.
     *
     * @param accounts accounts the org has now
     * @param fullData those scored without any assumption
     * @param byTens number of accounts with 0 to 9.9 points, 10 to 19.9, up to 90 to 100
     */
    @Serdeable
    public record ScoringJson(
            int modelVersion,
            Instant scoredAt,
            long accounts,
            long scored,
            long fullData,
            long potentialCents,
            List<Long> byTens) {
        public ScoringJson {
            byTens = List.copyOf(byTens);
        }

        static ScoringJson of(Scoring scoring) {
            return new ScoringJson(
                    scoring.modelVersion(),
                    scoring.scoredAt(),
                    scoring.accounts(),
                    scoring.scored(),
                    scoring.fullData(),
                    scoring.potentialCents(),
                    IntStream.range(0, 10).mapToObj(scoring::inTen).toList());
        }
    }

    static AccountsJson of(AccountPage page, int offset, @Nullable ScoringJson scoring) {
        int last = offset + page.rows().size();
        return new AccountsJson(
                page.rows().stream().map(AccountJson::of).toList(),
                page.total(),
                !page.rows().isEmpty() && last < page.total() ? Integer.toString(last) : null,
                page.customersLeftOut(),
                page.lostLeftOut(),
                scoring);
    }
}
