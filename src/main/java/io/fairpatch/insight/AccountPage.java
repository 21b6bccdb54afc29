package io.fairpatch.insight;

import java.util.List;

/**
 * A page of accounts.
 *
 * @param total accounts that match, on all pages
 * @param customersLeftOut customers that match but for the filter's kind
 * @param lostLeftOut others that match but for the filter's kind: a deal was lost and none is open
 */
public record AccountPage(List<AccountRow> rows, int total, int customersLeftOut, int lostLeftOut) {
    public AccountPage {
        rows = List.copyOf(rows);
    }
}
