package io.fairpatch.web.account;

import io.fairpatch.config.ScoringConfig;
import io.fairpatch.insight.AccountList;
import io.fairpatch.insight.Scoring;
import io.fairpatch.insight.Scorings;
import io.fairpatch.model.Tier;
import io.fairpatch.web.Site;
import io.fairpatch.web.view.AccountsPage;
import io.fairpatch.web.view.Fact;
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
    private final ScoringConfig config;
    private final Methods methods;

    AccountViews(Site site, Scorings scorings, AccountList accounts, ScoringConfig config) {
        this.site = site;
        this.scorings = scorings;
        this.accounts = accounts;
        this.config = config;
        this.methods = new Methods(config);
    }

    AccountsPage accounts(Shell shell, AccountQuery query) {
        return scorings.last(site.org())
                .map(scoring -> page(shell, query, scoring))
                .orElseGet(() -> AccountsPage.empty(shell, methods.method(null)));
    }

    private AccountsPage page(Shell shell, AccountQuery query, Scoring scoring) {
        var page = accounts.page(site.org(), query.filter(), query.sort(), query.offset(), AccountQuery.PAGE);
        return new AccountsPage(
                shell,
                Words.sentence(scoring),
                facts(scoring),
                Histograms.of(scoring, config.tiers()),
                new AccountTables(query).table(page),
                methods.method(scoring.modelVersion()));
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
