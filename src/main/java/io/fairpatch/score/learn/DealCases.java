package io.fairpatch.score.learn;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountProfile;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SizeClass;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a deal on the day it was created: lasting facts of the company and the account's deals closed before.
 * What the org holds only as of today (intent, contacts, activity, growth) is left out, since it may have come after the
 * deal was decided.
 */
public final class DealCases {
    /** Names of the features, in order. */
    public static final List<String> FEATURES = List.of(
            "target industry",
            "employees, logarithm",
            "employees unknown",
            "enterprise",
            "SMB",
            "won before",
            "share won before",
            "deals before, logarithm",
            "years since the last deal");

    private static final double DAYS = 365.25;
    private static final double LONGEST_YEARS = 5;

    private DealCases() {}

    /**
     * The closed deals of one account.
     *
     * @param target whether its industry is a target
     */
    public static List<DealCase> of(
            Account account, AccountProfile profile, boolean target, List<Opportunity> deals, LocalDate today) {
        var cases = new ArrayList<DealCase>();
        for (Opportunity deal : deals) {
            LocalDate created = deal.createdDate();
            if (deal.closed() && created != null && !deal.closeDate().isAfter(today)) {
                var before = deals.stream()
                        .filter(other -> other.closed() && other.closeDate().isBefore(created))
                        .toList();
                cases.add(new DealCase(
                        created,
                        deal.closeDate(),
                        deal.won(),
                        features(account.employees(), profile.size(), target, before, created),
                        List.of(profile.industry(), profile.region())));
            }
        }
        return cases;
    }

    /** Features of a deal that would be created on a day. */
    public static double[] features(
            @Nullable Integer employees, SizeClass size, boolean target, List<Opportunity> before, LocalDate day) {
        long won = before.stream().filter(Opportunity::won).count();
        double years = before.stream()
                .map(Opportunity::closeDate)
                .max(LocalDate::compareTo)
                .map(last -> Math.min(LONGEST_YEARS, ChronoUnit.DAYS.between(last, day) / DAYS))
                .orElse(LONGEST_YEARS);
        return new double[] {
            target ? 1 : 0,
            employees == null ? 0 : Math.log1p(Math.max(0, employees)),
            employees == null ? 1 : 0,
            size == SizeClass.ENTERPRISE ? 1 : 0,
            size == SizeClass.SMB ? 1 : 0,
            won > 0 ? 1 : 0,
            before.isEmpty() ? 0 : (double) won / before.size(),
            Math.log1p(before.size()),
            years
        };
    }
}
