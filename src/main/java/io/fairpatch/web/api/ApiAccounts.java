package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.insight.AccountDealings;
import io.fairpatch.insight.AccountFilter;
import io.fairpatch.insight.AccountList;
import io.fairpatch.insight.AccountSheets;
import io.fairpatch.insight.AccountSort;
import io.fairpatch.insight.Scorings;
import io.fairpatch.insight.make.RankedAccounts;
import io.fairpatch.model.Grade;
import io.fairpatch.model.Tier;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.report.ReportDownload;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads accounts with their scores. */
@Tag(name = "accounts")
@Controller("/api/v1/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiAccounts {
    private final Site site;
    private final Scorings scorings;
    private final AccountList accounts;
    private final AccountSheets sheets;
    private final AccountDealings dealings;
    private final RankedAccounts ranked;

    ApiAccounts(
            Site site,
            Scorings scorings,
            AccountList accounts,
            AccountSheets sheets,
            AccountDealings dealings,
            RankedAccounts ranked) {
        this.ranked = ranked;
        this.site = site;
        this.scorings = scorings;
        this.accounts = accounts;
        this.sheets = sheets;
        this.dealings = dealings;
    }

    /** The accounts of the last scoring: most potential or best score first, or by name. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    AccountsJson list(
            @Nullable @QueryValue String text,
            @Nullable @QueryValue Integer tier,
            @Nullable @QueryValue Grade grade,
            @QueryValue(defaultValue = "ALL") AccountFilter.Kind kind,
            @QueryValue(defaultValue = "POTENTIAL") AccountSort.Key sort,
            @QueryValue(defaultValue = "50") int limit,
            @Nullable @QueryValue String cursor) {
        var part = ApiProposals.page(limit, cursor);
        var page = accounts.page(
                site.org(),
                new AccountFilter(text, tier(tier), grade, kind),
                sorted(sort),
                part.offset(),
                part.limit());
        var scoring =
                scorings.last(site.org()).map(AccountsJson.ScoringJson::of).orElse(null);
        return AccountsJson.of(page, part.offset(), scoring);
    }

    /** All accounts that match as csv (money in units), or as xlsx; sorted as in the list. */
    @Needs(Action.EXPORT)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string")),
                @Content(mediaType = ReportDownload.XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    @Get("/export")
    HttpResponse<byte[]> export(
            @Nullable @QueryValue String text,
            @Nullable @QueryValue Integer tier,
            @Nullable @QueryValue Grade grade,
            @QueryValue(defaultValue = "ALL") AccountFilter.Kind kind,
            @QueryValue(defaultValue = "POTENTIAL") AccountSort.Key sort,
            @Nullable @QueryValue String format) {
        var filter = new AccountFilter(text, tier(tier), grade, kind);
        var table = ranked.table(site.org(), filter, sorted(sort), Integer.MAX_VALUE);
        return ReportDownload.of("accounts", List.of(table), site.currency(), format);
    }

    private static AccountSort sorted(AccountSort.Key key) {
        return new AccountSort(key, key != AccountSort.Key.NAME);
    }

    /** One account: its score and its potential in parts that add up, and what was assumed. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{account}")
    AccountDetailJson one(String account) {
        return sheets.find(site.org(), Given.account(account))
                .map(sheet -> AccountDetailJson.of(
                        sheet,
                        dealings.of(
                                site.org(),
                                sheet.score().account(),
                                sheet.score().tier())))
                .orElseThrow(() -> Problem.of(
                                ErrorCode.PAGE_NOT_FOUND, "There is no account " + account + " in the last scoring")
                        .maybe("look for it with GET /api/v1/accounts?text=NAME, or score again after a sync")
                        .exception());
    }

    private static @Nullable Tier tier(@Nullable Integer number) {
        if (number == null) {
            return null;
        }
        if (number < 1 || number > Tier.values().length) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The tier (" + number + ") must be 1, 2 or 3")
                    .at("tier")
                    .maybe("leave tier out to see all")
                    .exception();
        }
        return Tier.values()[number - 1];
    }
}
