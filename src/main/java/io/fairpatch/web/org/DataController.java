package io.fairpatch.web.org;

import io.fairpatch.access.Action;
import io.fairpatch.sync.readiness.Readiness;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** How good the copied data is. */
@Hidden
@Controller("/org/data")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DataController {
    private final Site site;
    private final Readiness readiness;
    private final Shells shells;

    DataController(Site site, Readiness readiness, Shells shells) {
        this.site = site;
        this.readiness = readiness;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> data(HttpRequest<?> request, SignedIn who) {
        var page = DataViews.of(
                shells.frame(request, who, "Data"),
                OrgTabs.at("/org/data", who.person()),
                readiness.report(site.org()));
        return Pages.show(request, "page/data", Map.of("page", page));
    }
}
