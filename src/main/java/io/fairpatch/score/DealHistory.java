package io.fairpatch.score;

import io.fairpatch.model.DealSums;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums deals up by account. */
final class DealHistory {
    private DealHistory() {}

    /**
     * By account; deals of no account and those closed after the window are passed over.
     *
     * @param end last day that counts
     * @param months length of the window
     */
    static Map<SalesforceId, DealSums> gather(List<Opportunity> opportunities, LocalDate end, int months) {
        var sums = new HashMap<SalesforceId, DealSums>();
        for (Opportunity deal : opportunities) {
            if (deal.accountId() != null && deal.closed() && !deal.closeDate().isAfter(end)) {
                sums.merge(deal.accountId(), of(deal, end, months), DealSums::plus);
            }
        }
        return sums;
    }

    private static DealSums of(Opportunity deal, LocalDate end, int months) {
        boolean counts = deal.closeDate().isAfter(end.minusMonths(months));
        long amount = !deal.won() || deal.amountCents() == null ? 0 : deal.amountCents();
        boolean lastYear = deal.closeDate().isAfter(end.minusMonths(12));
        boolean yearBefore = !lastYear && deal.closeDate().isAfter(end.minusMonths(24));
        boolean valued = counts && amount > 0;
        double log = valued ? Math.log(amount) : 0;
        return new DealSums(
                counts ? 1 : 0,
                counts && deal.won() ? 1 : 0,
                valued ? 1 : 0,
                valued ? amount : 0,
                Math.round(log * DealSums.GRAIN),
                Math.round(log * log * DealSums.GRAIN),
                lastYear ? amount : 0,
                yearBefore ? amount : 0);
    }
}
