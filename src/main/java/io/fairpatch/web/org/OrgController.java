package io.fairpatch.web.org;

import io.fairpatch.access.Action;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.config.ConnectorConfig.Flow;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.OrgPage;
import io.fairpatch.web.view.Shell;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The page about the org, and a fresh look at it. */
@Hidden
@Controller("/org")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrgController {
    private final Site site;
    private final LastLook look;
    private final Shells shells;
    private final ConnectorConfig config;

    OrgController(Site site, LastLook look, Shells shells, ConnectorConfig config) {
        this.site = site;
        this.look = look;
        this.shells = shells;
        this.config = config;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> org(HttpRequest<?> request, SignedIn who) {
        return Pages.show(request, "page/org", Map.of("page", page(request, who)));
    }

    /** Looks now; the page asks for it by itself when nobody has looked yet. */
    @Needs({Action.INSTALL, Action.SYNC})
    @Get("/checks")
    HttpResponse<?> checks(HttpRequest<?> request, SignedIn who) {
        look.now();
        return Pages.show(request, "page/org", Map.of("page", page(request, who)));
    }

    private OrgPage page(HttpRequest<?> request, SignedIn who) {
        var shell = shells.frame(request, who, "Org");
        var checks = look.known().map(CheckViews::of).orElse(null);
        boolean connectable = config.signIn().flow() == Flow.WEB && who.person().may(Action.INSTALL);
        return new OrgPage(
                shell,
                checks == null ? connected(shell.org()) : checks.sentence(),
                OrgTabs.at("/org", who.person()),
                checks,
                who.person().may(Action.INSTALL) || who.person().may(Action.SYNC),
                connectable ? "/org/connect" : null);
    }

    private static String connected(Shell.OrgBadge badge) {
        return "Connected to " + badge.name() + ". Not checked yet.";
    }
}
