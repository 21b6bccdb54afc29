package io.fairpatch.score;

import io.fairpatch.model.Account;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the deals say of each account, gathered in one pass over them. Positions are those of the account list. */
final class DealHistory {
    private final Map<SalesforceId, Integer> positions;
    private final int[] segmentOf;
    private final long[] wonLastYear;
    private final long[] wonYearBefore;
    private final boolean[] wonInWindow;

    private DealHistory(List<Account> accounts, int[] segmentOf) {
        this.segmentOf = segmentOf;
        positions = new HashMap<>(accounts.size() * 2);
        for (int i = 0; i < accounts.size(); i++) {
            positions.put(accounts.get(i).id(), i);
        }
        wonLastYear = new long[accounts.size()];
        wonYearBefore = new long[accounts.size()];
        wonInWindow = new boolean[accounts.size()];
    }

    /**
     * @param segmentOf segment number of each account
     * @param windowEnd last day that counts
     */
    static DealHistory gather(
            List<Account> accounts,
            int[] segmentOf,
            SegmentTable table,
            List<Opportunity> opportunities,
            LocalDate windowEnd,
            int windowMonths) {
        var history = new DealHistory(accounts, segmentOf);
        var window = new Window(windowEnd, windowMonths);
        for (Opportunity deal : opportunities) {
            history.add(deal, window, table);
        }
        return history;
    }

    private void add(Opportunity deal, Window window, SegmentTable table) {
        Integer position = deal.accountId() == null ? null : positions.get(deal.accountId());
        if (position == null || !deal.closed() || deal.closeDate().isAfter(window.end)) {
            return;
        }
        if (deal.closeDate().isAfter(window.start)) {
            table.add(segmentOf[position], deal.won(), deal.amountCents());
            wonInWindow[position] |= deal.won();
        }
        if (deal.won() && deal.amountCents() != null) {
            if (deal.closeDate().isAfter(window.yearStart)) {
                wonLastYear[position] += deal.amountCents();
            } else if (deal.closeDate().isAfter(window.yearBeforeStart)) {
                wonYearBefore[position] += deal.amountCents();
            }
        }
    }

    /** Won in the 12 months up to the window's end, cents. */
    long wonLastYear(int position) {
        return wonLastYear[position];
    }

    /** Won in the 12 months before those, cents. */
    long wonYearBefore(int position) {
        return wonYearBefore[position];
    }

    boolean wonInWindow(int position) {
        return wonInWindow[position];
    }

    private static final class Window {
        private final LocalDate end;
        private final LocalDate start;
        private final LocalDate yearStart;
        private final LocalDate yearBeforeStart;

        Window(LocalDate end, int months) {
            this.end = end;
            start = end.minusMonths(months);
            yearStart = end.minusMonths(12);
            yearBeforeStart = end.minusMonths(24);
        }
    }
}
