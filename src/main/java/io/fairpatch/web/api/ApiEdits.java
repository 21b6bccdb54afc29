package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.review.Edit;
import io.fairpatch.review.Edits;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Targets changed by hand: tried out by a person first, then saved as the next version. */
@Tag(name = "proposals")
@Controller("/api/v1/proposals/{id}/edits")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiEdits {
    private final Site site;
    private final Edits edits;
    private final Once once;

    ApiEdits(Site site, Edits edits, Once once) {
        this.site = site;
        this.edits = edits;
        this.once = once;
    }

    /** An account, the rep it shall go to, and why. */
    @Serdeable
    record TryJson(@Nullable String account, @Nullable String to, @Nullable String note) {}

    /** What the caller tries out now. */
    @Needs(Action.EDIT)
    @Get
    EditsJson current(@Parameter(hidden = true) SignedIn who, String id) {
        return EditsJson.of(edits.current(site.org(), id, who.person()));
    }

    /** Tries a target out; the proposal stays as it is. */
    @Needs(Action.EDIT)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EditsJson.class)))
    @Post
    HttpResponse<String> tryOut(
            HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, String id, @Body TryJson body) {
        return once.run(request, who, body, () -> {
            var edit = new Edit(
                    Given.account(Given.required("account", body.account())),
                    Given.account(Given.required("to", body.to())),
                    Given.text("note", body.note(), 500));
            return new Once.Done(200, EditsJson.of(edits.tryOut(site.org(), id, edit, who.person())), null, null);
        });
    }

    /** Forgets one edit, or all of the caller's. */
    @Needs(Action.EDIT)
    @Delete
    EditsJson drop(@Parameter(hidden = true) SignedIn who, String id, @Nullable @QueryValue String account) {
        return EditsJson.of(edits.drop(site.org(), id, account == null ? null : Given.account(account), who.person()));
    }

    /** Makes the next version with the caller's edits, a draft to submit. */
    @Needs(Action.EDIT)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post("/save")
    HttpResponse<String> save(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen) {
        long revision = Revisions.ifMatch(seen, id);
        return once.run(
                request,
                who,
                null,
                () -> Once.Done.changed(ProposalJson.of(edits.save(site.org(), id, revision, who.person()))));
    }
}
