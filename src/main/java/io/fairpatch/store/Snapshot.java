package io.fairpatch.store;

import io.fairpatch.model.Account;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A copy of an org, each list in the order of ids.
 *
 * @param run the sync run that made it
 * @param syncedAt when that run began: the data is at least as fresh
 * @param windowEnd the day on which looking back at deals begins: today, or the newest close date of a closed deal when
 *     that is over 24 months ago
 * @param users all users, active or not
 * @param reps the users who can be given accounts
 */
public record Snapshot(
        SalesforceId org,
        long run,
        Instant syncedAt,
        LocalDate windowEnd,
        List<Account> accounts,
        List<Opportunity> opportunities,
        List<OrgUser> users,
        List<Rep> reps) {
    public Snapshot {
        accounts = List.copyOf(accounts);
        opportunities = List.copyOf(opportunities);
        users = List.copyOf(users);
        reps = List.copyOf(reps);
    }

    /** Whether all closed deals are so old that looking back begins at the newest of them instead of today. */
    public boolean endsInThePast() {
        return windowEnd.isBefore(LocalDate.ofInstant(syncedAt, ZoneOffset.UTC).minusMonths(1));
    }
}
