package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.watch.ReviewTasks;
import io.fairpatch.watch.Watch;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What asks for a new plan between reviews, and when reviews are due. */
@Tag(name = "watch")
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiWatch {
    private final Site site;
    private final Watch watch;
    private final ReviewTasks reviews;
    private final Once once;

    ApiWatch(Site site, Watch watch, ReviewTasks reviews, Once once) {
        this.site = site;
        this.watch = watch;
        this.reviews = reviews;
        this.once = once;
    }

    /** Why nothing is to be done. */
    @Serdeable
    record DismissJson(@Nullable String why) {}

    /** What came of a review. */
    @Serdeable
    record ReviewDoneJson(@Nullable String note) {}

    /** What fires, as of the last look; the open ones first. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/triggers")
    PageJson<AlertJson> triggers() {
        var all = watch.firing(site.org()).stream().map(AlertJson::of).toList();
        return new PageJson<>(all, all.size(), null);
    }

    /** Says that nothing is to be done about an alert; it comes back after it was quiet once. */
    @Needs(Action.PLAN)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AlertJson.class)))
    @Post("/triggers/{id}/dismiss")
    HttpResponse<String> dismiss(
            HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, long id, @Body DismissJson body) {
        String why = Given.text("why", body.why(), 500);
        return once.run(
                request,
                who,
                body,
                () -> new Once.Done(200, AlertJson.of(watch.dismiss(site.org(), id, why, who.person())), null, null));
    }

    /** The reviews of the year, the earliest first. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/reviews")
    PageJson<ReviewTaskJson> reviews() {
        var all = reviews.all(site.org()).stream().map(ReviewTaskJson::of).toList();
        return new PageJson<>(all, all.size(), null);
    }

    /** Ticks the reviews of a quarter off, named as 2027-Q1. */
    @Needs(Action.PLAN)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(ref = "#/components/schemas/PageJson_ReviewTaskJson_")))
    @Post("/reviews/{key}/done")
    HttpResponse<String> done(
            HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, String key, @Body ReviewDoneJson body) {
        return once.run(request, who, body, () -> {
            reviews.done(site.org(), key, body.note() == null ? "" : body.note(), who.person());
            return new Once.Done(200, reviews(), null, null);
        });
    }
}
