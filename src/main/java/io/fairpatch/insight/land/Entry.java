package io.fairpatch.insight.land;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountProfile;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account with its score and history.
 *
 * @param holder the territory's rep, else the owner; null when there is none or the user is gone
 * @param deals all of the account's opportunities, open and closed
 */
public record Entry(Account account, AccountScore score, @Nullable OrgUser holder, List<Opportunity> deals) {
    /** The order of lists of accounts: by potential, ties by id. */
    public static final Comparator<Entry> RICHEST_FIRST = Comparator.comparingLong(Entry::potential)
            .reversed()
            .thenComparing(entry -> entry.account().id().value());

    public Entry {
        deals = List.copyOf(deals);
    }

    public AccountProfile profile() {
        return score.profile();
    }

    public long potential() {
        return score.potentialCents();
    }

    /** Whether an active user has it. */
    public boolean held() {
        return holder != null && holder.active();
    }

    public Stream<Opportunity> open() {
        return deals.stream().filter(deal -> !deal.closed());
    }

    /** Closed from the first day to the last, both included. */
    public Stream<Opportunity> closed(LocalDate from, LocalDate to) {
        return deals.stream()
                .filter(deal -> deal.closed()
                        && !deal.closeDate().isBefore(from)
                        && !deal.closeDate().isAfter(to));
    }

    /** Sum of amounts, cents; those without amount count nothing. */
    public static long sum(Stream<Opportunity> deals) {
        return deals.mapToLong(deal -> deal.amountCents() == null ? 0 : deal.amountCents())
                .sum();
    }
}
