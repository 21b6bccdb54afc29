package io.fairpatch.web.report;

import io.fairpatch.access.Action;
import io.fairpatch.insight.land.Landscapes;
import io.fairpatch.insight.make.PlaceDots;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.ReportMaker.Group;
import io.fairpatch.insight.report.Reports;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.CoverageMap;
import io.fairpatch.web.view.ReportPage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at reports; the address says all that is set, so that a link shows the same to everybody. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportController {
    private static final String MAPPED = "coverage-map";

    private final Site site;
    private final Landscapes landscapes;
    private final Reports reports;
    private final Shells shells;

    ReportController(Site site, Landscapes landscapes, Reports reports, Shells shells) {
        this.site = site;
        this.landscapes = landscapes;
        this.reports = reports;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get(uris = {"/accounts/reports/{name}", "/territories/reports/{name}"})
    HttpResponse<?> report(HttpRequest<?> request, SignedIn who, String name) {
        ReportMaker maker = reports.get(name);
        var query = ReportQuery.parse(request.getUri().getRawQuery(), maker);
        String open = query.open();
        if (open != null) {
            var rows = reports.open(site.org(), name, query.settings(), open);
            return Pages.show(request, "page/reportRows", Map.of("page", page(request, who, maker, query, rows)));
        }
        var report = reports.make(site.org(), name, query.settings());
        return Pages.show(request, "page/report", Map.of("page", page(request, who, maker, query, report)));
    }

    @Needs(Action.EXPORT)
    @Get(uris = {"/accounts/reports/{name}/export", "/territories/reports/{name}/export"})
    HttpResponse<?> export(HttpRequest<?> request, String name, @Nullable String format) {
        var query = ReportQuery.parse(request.getUri().getRawQuery(), reports.get(name));
        var report = reports.make(site.org(), name, query.settings());
        return ReportDownload.of(name, report.tables(), site.currency(), format);
    }

    private ReportPage page(HttpRequest<?> request, SignedIn who, ReportMaker maker, ReportQuery query, Report report) {
        return new ReportPage(
                shells.frame(request, who, report.title()),
                maker.about().address(),
                query.asQuery(),
                report,
                maker.choices(),
                query.settings().all(),
                ReportAddress.menu(reports, maker.group() == Group.ACCOUNTS, maker.name()),
                map(maker),
                who.person().may(Action.EXPORT));
    }

    private @Nullable CoverageMap map(ReportMaker maker) {
        return maker.name().equals(MAPPED) ? CoverageMaps.draw(PlaceDots.of(landscapes.of(site.org()))) : null;
    }
}
