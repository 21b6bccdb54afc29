package io.fairpatch.web.account;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.insight.AccountDealings;
import io.fairpatch.insight.AccountSheet;
import io.fairpatch.insight.AccountSheets;
import io.fairpatch.insight.make.RankedAccounts;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.report.ReportDownload;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at accounts and their scores. */
@Hidden
@Controller("/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {
    private final Site site;
    private final AccountViews views;
    private final AccountSheets sheets;
    private final AccountDealings dealings;
    private final Clock clock;
    private final Shells shells;
    private final RankedAccounts ranked;

    AccountController(
            Site site,
            AccountViews views,
            AccountSheets sheets,
            AccountDealings dealings,
            Clock clock,
            Shells shells,
            RankedAccounts ranked) {
        this.ranked = ranked;
        this.site = site;
        this.views = views;
        this.sheets = sheets;
        this.dealings = dealings;
        this.clock = clock;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> list(HttpRequest<?> request, SignedIn who) {
        var query = AccountQuery.parse(request.getUri().getRawQuery());
        var shell = shells.frame(request, who, "Accounts");
        return Pages.show(
                request,
                "page/accounts",
                Map.of("page", views.accounts(shell, query, who.person().may(Action.EXPORT))));
    }

    @Needs(Action.EXPORT)
    @Get("/export")
    HttpResponse<?> export(HttpRequest<?> request, @Nullable String format) {
        var query = AccountQuery.parse(request.getUri().getRawQuery());
        var table = ranked.table(site.org(), query.filter(), query.sort(), Integer.MAX_VALUE);
        return ReportDownload.of("accounts", List.of(table), site.currency(), format);
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{account}")
    HttpResponse<?> account(HttpRequest<?> request, SignedIn who, String account) {
        var query = AccountQuery.parse(request.getUri().getRawQuery());
        var sheet = sheet(account);
        var shell = shells.frame(request, who, sheet.name());
        var score = sheet.score();
        var part = DealingsViews.part(dealings.of(site.org(), score.account(), score.tier()), LocalDate.now(clock));
        var page = AccountDetails.page(shell, query.address(), sheet, part);
        return Pages.show(request, "page/account", Map.of("page", page));
    }

    private AccountSheet sheet(String account) {
        return SalesforceId.parse(account)
                .flatMap(id -> sheets.find(site.org(), id))
                .orElseThrow(() -> Problem.of(
                                ErrorCode.PAGE_NOT_FOUND, "There is no account " + account + " in the last scoring")
                        .maybe("look at the list of accounts")
                        .exception());
    }
}
