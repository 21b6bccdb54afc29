package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.jobs.Undos;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Takes commits back, by a proposal of the inverse writes. */
@Tag(name = "commits")
@Controller("/api/v1/proposals/{id}/undo")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiUndo {
    private final Site site;
    private final Undos undos;
    private final Once once;

    ApiUndo(Site site, Undos undos, Once once) {
        this.site = site;
        this.undos = undos;
        this.once = once;
    }

    /** What an undo would do, by the org as it is now; changes nothing. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    UndoJson look(String id) {
        return UndoJson.of(undos.look(site.org(), id));
    }

    /** Makes the proposal that takes this one back and submits it for review; the answer's Location is that proposal. */
    @Needs(Action.PROPOSE)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post
    HttpResponse<String> propose(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, String id) {
        return once.run(request, who, null, () -> {
            var undo = undos.propose(site.org(), id, who.person());
            return new Once.Done(201, ProposalJson.of(undo), undo.revision(), "/api/v1/proposals/" + undo.id());
        });
    }
}
