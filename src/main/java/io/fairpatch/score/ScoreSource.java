package io.fairpatch.score;

import io.fairpatch.model.Account;
import io.fairpatch.model.DealSums;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What is scored. It is read twice, so that a large org need not be held in memory. */
@FunctionalInterface
public interface ScoreSource {
    /** Gives every account with the sums of its closed deals, the same each time. */
    void each(BiConsumer<Account, DealSums> reader);

    /**
     * What is in memory already.
     *
     * @param end last day that counts
     * @param months length of the window
     */
    static ScoreSource of(List<Account> accounts, List<Opportunity> opportunities, LocalDate end, int months) {
        Map<SalesforceId, DealSums> sums = DealHistory.gather(opportunities, end, months);
        return reader ->
                accounts.forEach(account -> reader.accept(account, sums.getOrDefault(account.id(), DealSums.NONE)));
    }
}
