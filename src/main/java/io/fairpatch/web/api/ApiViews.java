package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.review.SavedViews;
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

/** Filters of moves that the caller keeps under a name. */
@Tag(name = "proposals")
@Controller("/api/v1/views")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiViews {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 1_000;

    private final SavedViews views;
    private final Once once;

    ApiViews(SavedViews views, Once once) {
        this.views = views;
        this.once = once;
    }

    /** A name, and what stands after the question mark of the list; null forgets the view. */
    @Serdeable
    record ViewJson(@Nullable String name, @Nullable String query) {}

    /** The caller's own, by name. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    PageJson<ViewJson> list(@Parameter(hidden = true) SignedIn who) {
        return page(who);
    }

    /** Keeps a view in the place of one of the same name; without a query forgets it. */
    @Needs(Action.VIEW_PROPOSALS)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(ref = "#/components/schemas/PageJson_ApiViews.ViewJson_")))
    @Post
    HttpResponse<String> keep(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, @Body ViewJson body) {
        String name = Given.text("name", body.name(), LONGEST_NAME);
        return once.run(request, who, body, () -> {
            if (body.query() == null) {
                views.forget(who.person(), name);
            } else {
                views.save(who.person(), name, Given.text("query", body.query(), LONGEST_QUERY));
            }
            return new Once.Done(200, page(who), null, null);
        });
    }

    private PageJson<ViewJson> page(SignedIn who) {
        var all = views.of(who.person()).stream()
                .map(view -> new ViewJson(view.name(), view.query()))
                .toList();
        return new PageJson<>(all, all.size(), null);
    }
}
