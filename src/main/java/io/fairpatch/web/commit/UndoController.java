package io.fairpatch.web.commit;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.commit.UndoLook;
import io.fairpatch.jobs.Undos;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.UndoPage;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a committed proposal back: what would go back, what stays and why, and the proposal that does it. */
@Hidden
@Controller("/proposals/{id}/undo")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UndoController {
    private static final int SHOWN = 100;

    private final Site site;
    private final Undos undos;
    private final Shells shells;

    UndoController(Site site, Undos undos, Shells shells) {
        this.site = site;
        this.undos = undos;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> look(HttpRequest<?> request, SignedIn who, String id) {
        var shell = shells.frame(request, who, "Undo " + id);
        var page = page(shell, id, undos.look(site.org(), id), who.person());
        return Pages.show(request, "page/undo", Map.of("page", page));
    }

    @Needs(Action.PROPOSE)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> propose(HttpRequest<?> request, SignedIn who, String id) {
        var undo = undos.propose(site.org(), id, who.person());
        var notice = new Shell.Notice(true, "This proposal takes " + id + " back. A colleague approves it.", null);
        return Pages.then(request, "/proposals/" + undo.id(), notice);
    }

    private static UndoPage page(Shell shell, String id, UndoLook look, Person person) {
        return new UndoPage(
                shell,
                "/proposals/" + id,
                id,
                Show.count(look.fields(), "field", "fields") + " of "
                        + Show.count(look.lines().size(), "account", "accounts") + " can go back to what "
                        + (look.lines().size() == 1 ? "it" : "they") + " held before the commit.",
                look.stays().stream().limit(SHOWN).map(UndoController::stays).toList(),
                Math.max(0, look.stays().size() - SHOWN),
                look.sideEffects(),
                refused(look, person));
    }

    private static @Nullable String refused(UndoLook look, Person person) {
        if (look.lines().isEmpty()) {
            return "Nothing of it can go back any more.";
        }
        return person.may(Action.PROPOSE) ? null : "Your role can't propose; someone with the role ops or admin can.";
    }

    private static UndoPage.Stays stays(UndoLook.Stays stays) {
        return new UndoPage.Stays(
                stays.account().value(),
                stays.accountName(),
                Objects.requireNonNullElse(stays.field(), "the whole account"),
                stays.field() == null ? "" : Objects.requireNonNullElse(stays.now(), "empty"),
                stays.why(),
                Objects.requireNonNullElse(stays.changedAt(), ""));
    }
}
