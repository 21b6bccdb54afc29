package io.fairpatch.score.learn;

import io.fairpatch.model.Account;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.SizeClass;
import io.fairpatch.score.Scorer;
import io.fairpatch.score.WinModel.Asked;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    /** The closed deals of all accounts. */
    public static List<DealCase> all(
            Scorer scorer, List<Account> accounts, Map<SalesforceId, List<Opportunity>> deals, LocalDate today) {
        return accounts.stream()
                .flatMap(account ->
                        of(scorer.asked(account), deals.getOrDefault(account.id(), List.of()), today).stream())
                .toList();
    }

    /** The closed deals of one account. */
    static List<DealCase> of(Asked asked, List<Opportunity> deals, LocalDate today) {
        var cases = new ArrayList<DealCase>();
        for (Opportunity deal : deals) {
            LocalDate created = deal.createdDate();
            if (deal.closed() && created != null && !deal.closeDate().isAfter(today)) {
                cases.add(new DealCase(
                        created, deal.closeDate(), deal.won(), features(asked, deals, created), asked.segment()));
            }
        }
        return cases;
    }

    /** Features of a deal that is created on a day, from the deals closed before it. */
    static double[] features(Asked asked, List<Opportunity> deals, LocalDate day) {
        var before = deals.stream()
                .filter(deal -> deal.closed() && deal.closeDate().isBefore(day))
                .toList();
        long won = before.stream().filter(Opportunity::won).count();
        Integer employees = asked.account().employees();
        return new double[] {
            asked.target() ? 1 : 0,
            employees == null ? 0 : Math.log1p(Math.max(0, employees)),
            employees == null ? 1 : 0,
            asked.size() == SizeClass.ENTERPRISE ? 1 : 0,
            asked.size() == SizeClass.SMB ? 1 : 0,
            won > 0 ? 1 : 0,
            before.isEmpty() ? 0 : (double) won / before.size(),
            Math.log1p(before.size()),
            yearsSince(before, day)
        };
    }

    private static double yearsSince(List<Opportunity> before, LocalDate day) {
        return before.stream()
                .map(Opportunity::closeDate)
                .max(LocalDate::compareTo)
                .map(last -> Math.min(LONGEST_YEARS, ChronoUnit.DAYS.between(last, day) / DAYS))
                .orElse(LONGEST_YEARS);
    }
}
