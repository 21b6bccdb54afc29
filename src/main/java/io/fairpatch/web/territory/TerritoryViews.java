package io.fairpatch.web.territory;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.RampStage;
import io.fairpatch.review.AccountFact;
import io.fairpatch.review.OwnBook;
import io.fairpatch.review.RepAction;
import io.fairpatch.review.RepLetter;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.TerritoryPage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts together what a territory's page shows. */
@Singleton
final class TerritoryViews {
    private static final int FIRST = 10;
    private static final int FOCUS = 3;
    private static final double LEAST_QUOTA = 0.70;
    private static final double MOST_QUOTA = 0.80;

    private final CoverageConfig coverage;

    TerritoryViews(CoverageConfig coverage) {
        this.coverage = coverage;
    }

    TerritoryPage page(Shell shell, OwnBook own, List<RepAction> actions, String path, String back) {
        var load = own.load();
        String share = own.ratio() == null ? "" : ", " + Show.percent(own.ratio()) + " of target";
        return new TerritoryPage(
                shell,
                Show.count(load.accounts(), "account", "accounts") + ", " + Show.money(load.potentialCents())
                        + " potential" + share + "." + sentence(own),
                own.book().book().territory(),
                own.book().repName(),
                facts(own),
                own.letter(),
                own.accounts().stream()
                        .limit(first(own))
                        .map(TerritoryViews::account)
                        .toList(),
                own.accounts().stream().map(TerritoryViews::account).toList(),
                changes(own),
                notes(own, actions),
                dots(own),
                path,
                back);
    }

    private static List<TerritoryPage.Change> changes(OwnBook own) {
        return Stream.of(
                        own.come().stream()
                                .map(change -> new TerritoryPage.Change(change.account(), "came", change.reason())),
                        own.go().stream()
                                .map(change -> new TerritoryPage.Change(change.account(), "left", change.reason())),
                        own.stay().stream().map(TerritoryViews::unwritten))
                .flatMap(each -> each)
                .toList();
    }

    private static TerritoryPage.Change unwritten(RepLetter.Stays stays) {
        return new TerritoryPage.Change(
                stays.account(),
                stays.comes() ? "was to come" : "was to go",
                "Not written: " + stays.why().words() + ".");
    }

    private static String sentence(OwnBook own) {
        String unwritten = own.stay().isEmpty()
                ? ""
                : " " + Show.count(own.stay().size(), "change is", "changes are") + " not written.";
        return own.come().isEmpty() && own.go().isEmpty()
                ? unwritten
                : " " + own.come().size() + " came, " + own.go().size() + " left." + unwritten;
    }

    private static List<TerritoryPage.Place> dots(OwnBook own) {
        var places = new ArrayList<TerritoryPage.Place>();
        for (AccountFact fact : own.accounts()) {
            GeoPoint place = fact.place();
            if (place != null) {
                places.add(new TerritoryPage.Place(fact.name(), place.latitude(), place.longitude()));
            }
        }
        return places;
    }

    private static long first(OwnBook own) {
        return starts(own) ? FOCUS : FIRST;
    }

    private static boolean starts(OwnBook own) {
        RampStage ramp = own.book().skills().ramp();
        return ramp == RampStage.NEW || ramp == RampStage.RAMPING;
    }

    private static List<Fact> facts(OwnBook own) {
        var load = own.load();
        long target = own.book().book().targetCents();
        return List.of(
                new Fact("Accounts", Show.count(load.accounts())),
                new Fact("Potential a year", Show.money(load.potentialCents()), Show.moneyFull(load.potentialCents())),
                new Fact("Target of potential", target == 0 ? "none" : Show.money(target)),
                new Fact(
                        "Quota that fits, 70 to 80 % of potential",
                        Show.money(Math.round(load.potentialCents() * LEAST_QUOTA)) + " to "
                                + Show.money(Math.round(load.potentialCents() * MOST_QUOTA))),
                new Fact("Tier 1 / 2 / 3", load.tier1() + " / " + load.tier2() + " / " + load.tier3()),
                new Fact("Customers", Show.count(load.customers())),
                new Fact("Work a year", Show.count(Math.round(load.workloadHours())) + " hours"));
    }

    /** Coverage, support and onboarding, each with its figures. */
    private List<String> notes(OwnBook own, List<RepAction> actions) {
        var notes = new ArrayList<String>();
        coverage.visits()
                .forEach(plan -> notes.add(String.format(
                        Locale.ROOT,
                        "Tier %s: %s a year, %.1f hours each.",
                        plan.tier(),
                        Show.count(Math.round(plan.visitsPerYear()), "visit", "visits"),
                        plan.hoursPerVisit())));
        actions.stream()
                .filter(action -> action.rep().equals(own.book().book().rep()))
                .forEach(action -> notes.add(capital(action.kind().words()) + ": " + action.sentence()));
        if (starts(own)) {
            notes.add("Onboarding: begin with the " + FOCUS + " focus accounts, then widen; fewer and simpler accounts"
                    + " until the ramp is over.");
        }
        return notes;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static TerritoryPage.Account account(AccountFact fact) {
        return new TerritoryPage.Account(
                fact.account().value(),
                fact.name(),
                fact.tier(),
                Show.decimal(fact.score()),
                fact.revenueCents() == null ? "-" : Show.money(fact.revenueCents()),
                fact.potentialCents(),
                fact.openDeals().count(),
                fact.lastActivity() == null ? "never" : fact.lastActivity().toString());
    }
}
