package io.fairpatch.web.watch;

import io.fairpatch.access.Action;
import io.fairpatch.watch.ReviewTasks;
import io.fairpatch.watch.Watch;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.Shell.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** What asks for a new plan between reviews, and the reviews of the year. */
@Hidden
@Controller("/triggers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WatchController {
    private final Site site;
    private final Watch watch;
    private final ReviewTasks reviews;
    private final WatchViews views;
    private final Shells shells;

    WatchController(Site site, Watch watch, ReviewTasks reviews, WatchViews views, Shells shells) {
        this.site = site;
        this.watch = watch;
        this.reviews = reviews;
        this.views = views;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> triggers(HttpRequest<?> request, SignedIn who) {
        var page = views.page(shells.frame(request, who, "Triggers"), site.org(), who.person());
        return Pages.show(request, "page/triggers", Map.of("page", page));
    }

    @Needs(Action.PLAN)
    @Post("/look")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> look(HttpRequest<?> request) {
        reviews.ensure(site.org());
        watch.look(site.org());
        return Pages.then(request, "/triggers", new Notice(true, "Looked at the last copy of the org.", null));
    }

    @Needs(Action.PLAN)
    @Post("/{id}/dismiss")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> dismiss(HttpRequest<?> request, SignedIn who, long id, @Body Map<String, String> form) {
        watch.dismiss(site.org(), id, form.getOrDefault("why", ""), who.person());
        return Pages.then(
                request, "/triggers", new Notice(true, "Dismissed. It comes back after it was quiet once.", null));
    }

    @Needs(Action.PLAN)
    @Post("/reviews/{key}/done")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> done(HttpRequest<?> request, SignedIn who, String key, @Body Map<String, String> form) {
        reviews.done(site.org(), key, form.getOrDefault("note", ""), who.person());
        return Pages.then(request, "/triggers", new Notice(true, "The review of " + key + " is ticked off.", null));
    }
}
