package io.fairpatch.web.org;

import io.fairpatch.access.Action;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.install.Connecting;
import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.OpenToAll;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.view.Shell.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Sends a person to the org's own page to connect it, and takes the answer. */
@Hidden
@Controller("/org")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConnectController {
    private final Connecting connecting;
    private final CurrentOrg current;
    private final ConnectorConfig config;

    ConnectController(Connecting connecting, CurrentOrg current, ConnectorConfig config) {
        this.connecting = connecting;
        this.current = current;
        this.config = config;
    }

    /** Changes nothing but a note in memory, so that a link may lead here. */
    @Needs(Action.INSTALL)
    @Get("/connect")
    HttpResponse<?> connect(HttpRequest<?> request, SignedIn who) {
        return HttpResponse.seeOther(
                connecting.begin(callback(request), who.person().name()));
    }

    /**
     * Coming from another site the browser sends no session along: that the answer is meant for us, and who asked, the
     * state proves, which works once.
     */
    @OpenToAll
    @Get("/callback")
    HttpResponse<?> callback(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String state,
            @QueryValue(defaultValue = "") String code,
            @Nullable @QueryValue String error,
            @QueryValue(value = "error_description", defaultValue = "") String description) {
        try {
            if (error != null) {
                throw connecting.refused(state, error, description);
            }
            connecting.finish(state, code);
            var org = current.connect();
            return Pages.then(request, "/org", new Notice(true, "Connected to " + org.name() + ".", null));
        } catch (FairpatchException e) {
            var problem = e.problem();
            return Pages.then(request, "/org", new Notice(false, problem.what(), problem.advice()));
        }
    }

    private URI callback(HttpRequest<?> request) {
        var given = config.signIn().callbackUrl();
        return given != null
                ? given
                : URI.create("http://" + request.getHeaders().get("Host") + "/org/callback");
    }
}
