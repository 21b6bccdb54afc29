package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.insight.report.Reports;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.report.ReportDownload;
import io.micronaut.http.HttpRequest;
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
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads reports: coverage, balance, win rates, quota, capacity and the like. Settings are query parameters. */
@Tag(name = "reports")
@Controller("/api/v1/reports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiReports {
    private final Site site;
    private final Reports reports;

    ApiReports(Site site, Reports reports) {
        this.site = site;
        this.reports = reports;
    }

    /** All reports with what can be set on each. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    PageJson<ReportInfoJson> list() {
        List<ReportInfoJson> items =
                reports.all().stream().map(ReportInfoJson::of).toList();
        return new PageJson<>(items, items.size(), null);
    }

    /** One report: the sentence, the figures with their formulas, the tables. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{name}")
    ReportJson one(HttpRequest<?> request, String name) {
        var settings = settings(request, name);
        return ReportJson.of(name, settings.all(), reports.make(site.org(), name, settings), site.currency());
    }

    /** The rows and the formula behind a row that opens. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{name}/rows")
    ReportJson rows(HttpRequest<?> request, String name, @QueryValue String key) {
        var settings = settings(request, name);
        return ReportJson.of(name, settings.all(), reports.open(site.org(), name, settings, key), site.currency());
    }

    /** The main table as csv (money in units, shares as fractions), or all tables as an xlsx, a sheet each. */
    @Needs(Action.EXPORT)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string")),
                @Content(mediaType = ReportDownload.XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    @Get("/{name}/export")
    HttpResponse<byte[]> export(HttpRequest<?> request, String name, @Nullable @QueryValue String format) {
        var report = reports.make(site.org(), name, settings(request, name));
        return ReportDownload.of(name, report.tables(), site.currency(), format);
    }

    private Settings settings(HttpRequest<?> request, String name) {
        Map<String, String> given = request.getParameters().asMap().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0)));
        return reports.settings(name, given);
    }
}
