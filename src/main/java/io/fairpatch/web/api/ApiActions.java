package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.review.Decision;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.RepAction;
import io.fairpatch.review.Workshop;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.QueryValues;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Capacity, support and role changes that a proposal asks for beside moves. */
@Tag(name = "proposals")
@Controller("/api/v1/proposals/{id}/actions")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiActions {
    private static final int LONGEST = 500;

    private final Site site;
    private final Workshop workshop;
    private final ProposalQueries queries;
    private final Once once;

    ApiActions(Site site, Workshop workshop, ProposalQueries queries, Once once) {
        this.site = site;
        this.workshop = workshop;
        this.queries = queries;
        this.once = once;
    }

    /** What is asked for: CAPACITY, SUPPORT or ROLE, for a rep, in a sentence. */
    @Serdeable
    record AskJson(@Nullable String kind, @Nullable String rep, @Nullable String sentence) {}

    /** APPROVED, DECLINED, DEFERRED or UNDECIDED. */
    @Serdeable
    record DecideJson(@Nullable String decision) {}

    /** An action and what was decided on it. */
    @Serdeable
    record ActionJson(
            int number,
            String kind,
            String rep,
            String repName,
            String sentence,
            String decision,
            @Nullable String decidedBy,
            String addedBy) {
        static ActionJson of(RepAction action) {
            return new ActionJson(
                    action.number(),
                    action.kind().name(),
                    action.rep().value(),
                    action.repName(),
                    action.sentence(),
                    action.decision().name(),
                    action.decidedBy(),
                    action.addedBy());
        }
    }

    /** All of them, in the order they were added. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    PageJson<ActionJson> list(String id) {
        return page(id);
    }

    /** Adds one; someone else agrees to it. */
    @Needs(Action.EDIT)
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(ref = "#/components/schemas/PageJson_ApiActions.ActionJson_")))
    @Post
    HttpResponse<String> add(
            HttpRequest<?> request, @Parameter(hidden = true) SignedIn who, String id, @Body AskJson body) {
        RepAction.Kind kind = QueryValues.choice("kind", Given.text("kind", body.kind(), 20), RepAction.Kind.values());
        var rep = Given.account(Given.required("rep", body.rep()));
        String sentence = Given.text("sentence", body.sentence(), LONGEST);
        return once.run(request, who, body, () -> {
            workshop.addAction(site.org(), id, kind, rep, sentence, who.person());
            return new Once.Done(201, page(id), null, null);
        });
    }

    /** Decides on one. */
    @Needs(Action.DECIDE_ANY)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(ref = "#/components/schemas/PageJson_ApiActions.ActionJson_")))
    @Post("/{number}")
    HttpResponse<String> decide(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            int number,
            @Body DecideJson body) {
        Decision decision =
                QueryValues.choice("decision", Given.text("decision", body.decision(), 20), Decision.values());
        return once.run(request, who, body, () -> {
            workshop.decideAction(site.org(), id, number, decision, who.person());
            return new Once.Done(200, page(id), null, null);
        });
    }

    private PageJson<ActionJson> page(String id) {
        String known = queries.get(site.org(), id).id();
        List<ActionJson> all =
                workshop.actions(site.org(), known).stream().map(ActionJson::of).toList();
        return new PageJson<>(all, all.size(), null);
    }
}
