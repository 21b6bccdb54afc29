package io.fairpatch.web.account;

import io.fairpatch.insight.AccountList;
import io.fairpatch.insight.Scoring;
import io.fairpatch.insight.Scorings;
import io.fairpatch.insight.land.ScoringModels;
import io.fairpatch.insight.report.Reports;
import io.fairpatch.model.Tier;
import io.fairpatch.web.Site;
import io.fairpatch.web.report.ReportAddress;
import io.fairpatch.web.view.AccountsPage;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.ReportPage.Menu;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import jakarta.inject.Singleton;
import java.util.List;

/** Puts together what the page of accounts shows. */
@Singleton
final class AccountViews {
    private final Site site;
    private final Scorings scorings;
    private final AccountList accounts;
    private final ScoringModels models;
    private final Reports reports;

    AccountViews(Site site, Scorings scorings, AccountList accounts, ScoringModels models, Reports reports) {
        this.site = site;
        this.scorings = scorings;
        this.accounts = accounts;
        this.models = models;
        this.reports = reports;
    }

    AccountsPage accounts(Shell shell, AccountQuery query, boolean mayExport) {
        return scorings.last(site.org())
                .map(scoring -> page(shell, query, scoring, mayExport))
                .orElseGet(
                        () -> AccountsPage.empty(shell, new Methods(models.current(site.org())).method(null), menu()));
    }

    private AccountsPage page(Shell shell, AccountQuery query, Scoring scoring, boolean mayExport) {
        var page = accounts.page(site.org(), query.filter(), query.sort(), query.offset(), AccountQuery.PAGE);
        return new AccountsPage(
                shell,
                Words.sentence(scoring),
                facts(scoring),
                Histograms.of(scoring, models.current(site.org()).tiers()),
                new AccountTables(query, mayExport).table(page),
                new Methods(models.current(site.org())).method(scoring.modelVersion()),
                menu());
    }

    private List<Menu> menu() {
        return ReportAddress.menu(reports, true, "");
    }

    private static List<Fact> facts(Scoring scoring) {
        return List.of(
                new Fact("Tier 1", Show.count(scoring.inTier(Tier.ONE))),
                new Fact("Tier 2", Show.count(scoring.inTier(Tier.TWO))),
                new Fact("Tier 3", Show.count(scoring.inTier(Tier.THREE))),
                new Fact("Customers", Show.count(scoring.customers())),
                new Fact(
                        "Potential a year",
                        Show.money(scoring.potentialCents()),
                        Show.moneyFull(scoring.potentialCents())),
                new Fact("Scored", Show.moment(scoring.scoredAt())));
    }
}
