package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.Edit;
import io.fairpatch.review.Edits;
import io.fairpatch.review.RepAction;
import io.fairpatch.review.Workshop;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.view.Shell.Notice;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

/** Changes targets by hand, and asks for actions on reps. */
@Hidden
@Controller("/proposals/{id}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EditController {
    private final Site site;
    private final Edits edits;
    private final Workshop workshop;

    EditController(Site site, Edits edits, Workshop workshop) {
        this.site = site;
        this.edits = edits;
        this.workshop = workshop;
    }

    @Needs(Action.EDIT)
    @Post("/edits")
    HttpResponse<?> tryOut(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new QueryValues(body);
        SalesforceId account = MoveDetails.accountId(form.required("account"));
        var edit = new Edit(account, MoveDetails.accountId(form.required("to")), form.required("note"));
        var trial = edits.tryOut(site.org(), id, edit, who.person());
        String sentence = trial.edits().isEmpty()
                ? "That is where the proposal has it already."
                : Show.count(trial.edits().size(), "edit is", "edits are") + " tried out. Nothing is saved yet.";
        return back(request, id, form, sentence);
    }

    @Needs(Action.EDIT)
    @Post("/edits/drop")
    HttpResponse<?> drop(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new QueryValues(body);
        String account = form.get("account");
        edits.drop(site.org(), id, account == null ? null : MoveDetails.accountId(account), who.person());
        return back(request, id, form, account == null ? "All edits are dropped." : "The edit is dropped.");
    }

    @Needs(Action.EDIT)
    @Post("/edits/save")
    HttpResponse<?> save(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        long revision = new QueryValues(body).number("revision");
        var next = edits.save(site.org(), id, revision, who.person());
        return back(
                request,
                id,
                null,
                "Saved as version " + next.version() + ", a draft to submit. Decisions on other moves were kept.");
    }

    @Needs(Action.EDIT)
    @Post("/actions")
    HttpResponse<?> action(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new QueryValues(body);
        RepAction.Kind kind = QueryValues.choice("kind", form.required("kind"), RepAction.Kind.values());
        SalesforceId rep = MoveDetails.accountId(form.required("rep"));
        workshop.addAction(site.org(), id, kind, rep, form.required("sentence"), who.person());
        return back(request, id, form, "The action is part of the proposal; someone else agrees to it.");
    }

    @Needs(Action.DECIDE_ANY)
    @Post("/actions/{number}")
    HttpResponse<?> decide(HttpRequest<?> request, SignedIn who, String id, int number, @Body String body) {
        var form = new QueryValues(body);
        Decision decision = QueryValues.choice("decision", form.required("decision"), Decision.values());
        workshop.decideAction(site.org(), id, number, decision, who.person());
        return back(request, id, form, "Noted.");
    }

    private static HttpResponse<?> back(
            HttpRequest<?> request, String id, @Nullable QueryValues form, String sentence) {
        String query = form == null ? null : form.get("query");
        String path = MoveTables.address("/proposals/" + id, MoveQuery.parse(query));
        return Pages.then(request, path, new Notice(true, sentence, null));
    }
}
