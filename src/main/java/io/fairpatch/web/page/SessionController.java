package io.fairpatch.web.page;

import io.fairpatch.access.Action;
import io.fairpatch.access.Sessions;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.OpenToSignedIn;
import io.fairpatch.web.http.SessionCookie;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.view.SessionsPage;
import io.fairpatch.web.view.Shell.Notice;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Where one is signed in, and ending it; who keeps people sees and ends everybody's. */
@Hidden
@Controller("/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionController {
    private final Site site;
    private final Sessions sessions;
    private final Shells shells;

    SessionController(Site site, Sessions sessions, Shells shells) {
        this.site = site;
        this.sessions = sessions;
        this.shells = shells;
    }

    @OpenToSignedIn
    @Get
    HttpResponse<?> list(HttpRequest<?> request, SignedIn who) {
        boolean all = who.person().may(Action.MANAGE_PEOPLE);
        String mine = SessionCookie.token(request).map(Sessions::id).orElse("");
        var rows = sessions.list(site.org(), all ? null : who.person()).stream()
                .map(open -> new SessionsPage.Row(
                        open.id(),
                        open.person(),
                        open.agent().isBlank() ? "a browser that does not name itself" : open.agent(),
                        open.how(),
                        Show.moment(open.openedAt()),
                        Show.moment(open.expiresAt()),
                        open.id().equals(mine)))
                .toList();
        var page = new SessionsPage(shells.frame(request, who, "Sessions"), all, rows);
        return Pages.show(request, "page/sessions", Map.of("page", page));
    }

    @OpenToSignedIn
    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, SignedIn who, String id) {
        boolean ended = sessions.end(who.person(), id);
        String sentence = ended ? "The session is ended." : "That session had ended already.";
        return Pages.then(request, "/sessions", new Notice(ended, sentence, null));
    }
}
