package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.review.Comments;
import io.fairpatch.review.SavedViews;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.view.Shell.Notice;
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

/** Comments, and filters kept under a name. */
@Hidden
@Controller
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TalkController {
    private final Site site;
    private final Comments comments;
    private final SavedViews views;

    TalkController(Site site, Comments comments, SavedViews views) {
        this.site = site;
        this.comments = comments;
        this.views = views;
    }

    @Needs(Action.COMMENT)
    @Post("/proposals/{id}/comments")
    HttpResponse<?> comment(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new QueryValues(body);
        String account = form.get("account");
        comments.write(
                site.org(),
                id,
                account == null ? null : MoveDetails.accountId(account),
                form.required("text"),
                who.person());
        String path = "/proposals/" + id + (account == null ? "#comments" : "/moves/" + account + filter(form));
        return Pages.then(request, path, new Notice(true, "Your comment stands.", null));
    }

    /** The way back to the list as it was filtered. */
    private static String filter(QueryValues form) {
        String query = MoveQuery.parse(form.get("query")).asQuery();
        return query.isEmpty() ? "" : "?" + query;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Post("/views")
    HttpResponse<?> keep(HttpRequest<?> request, SignedIn who, @Body String body) {
        var form = new QueryValues(body);
        MoveQuery query = MoveQuery.parse(form.get("query")).from(0);
        views.save(who.person(), form.required("name"), query.asQuery());
        return back(request, form, "The view is kept.");
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Post("/views/forget")
    HttpResponse<?> forget(HttpRequest<?> request, SignedIn who, @Body String body) {
        var form = new QueryValues(body);
        views.forget(who.person(), form.required("name"));
        return back(request, form, "The view is forgotten.");
    }

    /** Only to the page of a proposal: a form must not lead elsewhere. */
    private static HttpResponse<?> back(HttpRequest<?> request, QueryValues form, String sentence) {
        String back = form.get("back");
        String path = back != null && back.matches("/proposals/[A-Za-z0-9-]{1,40}") ? back : "/proposals";
        return Pages.then(request, path, new Notice(true, sentence, null));
    }
}
