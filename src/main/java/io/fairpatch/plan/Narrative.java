package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Counts;
import io.fairpatch.model.Money;
import io.fairpatch.model.RampStage;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A territory in a few sentences with numbers. */
final class Narrative {
    private static final int PLACES = 3;

    private final Prepared prepared;
    private final int seat;
    private final long target;

    Narrative(Prepared prepared, int seat, long target) {
        this.prepared = prepared;
        this.seat = seat;
        this.target = target;
    }

    String tell(List<Account> before, List<Account> after, Book.Load was, Book.Load is) {
        String name = prepared.roster().rep(seat).name();
        if (after.isEmpty()) {
            return name + " gets no accounts.";
        }
        return String.format(
                        Locale.ROOT,
                        "%s has %s worth %s a year%s, %,.0f hours of work.",
                        name,
                        Counts.of(is.accounts(), "account", "accounts"),
                        Money.words(is.potentialCents()),
                        share(is),
                        is.workloadHours())
                + String.format(
                        Locale.ROOT,
                        " Tier 1/2/3: %d/%d/%d; %s.",
                        is.tier1(),
                        is.tier2(),
                        is.tier3(),
                        Counts.of(is.customers(), "customer", "customers"))
                + changes(before, after, was)
                + places(after)
                + focus(after)
                + experiment(after);
    }

    /** Flags a territory in which skill is to be told from territory. */
    private String experiment(List<Account> after) {
        var profile = prepared.input()
                .profiles()
                .getOrDefault(prepared.roster().rep(seat).id(), RepProfile.UNKNOWN);
        if (!prepared.input().planning().policies().topRepsInHardTerritories() || !Fit.top(profile)) {
            return "";
        }
        long hard = after.stream()
                .filter(account -> Fit.hard(prepared.score(account)))
                .count();
        return hard == 0
                ? ""
                : " Experiment: a top rep with " + Counts.of(hard, "account that is", "accounts that are")
                        + " hard to win.";
    }

    /** For who ramps: few accounts to go deep in. */
    private String focus(List<Account> after) {
        RampStage stage = prepared.roster().rep(seat).rampStage();
        if (!Focus.ramps(stage)) {
            return "";
        }
        return Focus.of(stage, after.stream().map(this::target).toList()).stream()
                .map(Focus.Target::name)
                .collect(Collectors.joining(", ", " Focus accounts: ", "."));
    }

    private Focus.Target target(Account account) {
        AccountScore score = prepared.score(account);
        return new Focus.Target(
                account.id(),
                account.name(),
                Fit.industry(account, score),
                score.profile().size(),
                score.potentialCents());
    }

    private String share(Book.Load load) {
        return target <= 0 ? "" : ", " + percent((double) load.potentialCents() / target) + " of the target";
    }

    private String changes(List<Account> before, List<Account> after, Book.Load was) {
        var old = new HashSet<>(before);
        long gained = after.stream().filter(account -> !old.contains(account)).count();
        long lost = before.size() - (after.size() - gained);
        if (gained == 0 && lost == 0) {
            return " Nothing changes.";
        }
        String from = target <= 0 ? "" : ", from " + percent((double) was.potentialCents() / target);
        return " " + Counts.of(gained, "account comes", "accounts come") + ", " + Counts.of(lost, "goes", "go") + from
                + ".";
    }

    private String places(List<Account> after) {
        Map<String, Long> states = after.stream()
                .map(TerritoryNames::area)
                .filter(area -> !area.isEmpty())
                .collect(Collectors.groupingBy(area -> area, Collectors.counting()));
        String most = states.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(PLACES)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        double km = after.stream()
                .mapToDouble(account -> prepared.kilometres(account, seat))
                .average()
                .orElse(0);
        String distance = km <= 0 ? "" : String.format(Locale.ROOT, "; %,.0f km to an account on average", km);
        return most.isEmpty() ? "" : " Mostly in " + most + distance + ".";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
