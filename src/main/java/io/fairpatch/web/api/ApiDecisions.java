package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
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

/** Changes proposals. Each call sends the ETag it saw as If-Match, and may carry an Idempotency-Key. */
@Tag(name = "proposals")
@Controller("/api/v1/proposals/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiDecisions {
    private final Site site;
    private final ProposalService proposals;
    private final Once once;

    ApiDecisions(Site site, ProposalService proposals, Once once) {
        this.site = site;
        this.proposals = proposals;
        this.once = once;
    }

    /** Decides on the stamps, which stand and fall together. */
    @Serdeable
    record StampDecisionJson(@Nullable Decision decision, @Nullable String reason) {}

    /** Decides on moves. */
    @Needs({Action.DECIDE_ANY, Action.DECIDE_TEAM})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post("/decisions")
    HttpResponse<String> decide(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen,
            @Body DecisionJson body) {
        long revision = Revisions.ifMatch(seen, id);
        return once.run(request, who, body, () -> {
            var decided = proposals.decide(
                    site.org(),
                    id,
                    revision,
                    body.selection(),
                    Given.required("decision", body.decision()),
                    body.reason(),
                    who.person());
            return Once.Done.changed(ProposalJson.of(decided.proposal()));
        });
    }

    /** Decides on all stamps at once. */
    @Needs(Action.DECIDE_ANY)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post("/stamps")
    HttpResponse<String> stamps(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen,
            @Body StampDecisionJson body) {
        long revision = Revisions.ifMatch(seen, id);
        return once.run(request, who, body, () -> {
            var decided = proposals.decideStamps(
                    site.org(), id, revision, Given.required("decision", body.decision()), body.reason(), who.person());
            return Once.Done.changed(ProposalJson.of(decided.proposal()));
        });
    }

    /** Submits a draft: the version is fixed and people decide. */
    @Needs(Action.PROPOSE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post("/submit")
    HttpResponse<String> submit(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen) {
        return step(request, who, id, seen, proposals::submit);
    }

    /** Approves the whole as decided; the last approval needed freezes the lines. */
    @Needs(Action.APPROVE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post("/approve")
    HttpResponse<String> approve(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen) {
        return step(request, who, id, seen, proposals::approve);
    }

    /** Takes a proposal back. */
    @Needs(Action.PROPOSE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post("/withdraw")
    HttpResponse<String> withdraw(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen) {
        return step(request, who, id, seen, proposals::withdraw);
    }

    /** What takes a whole proposal on, at the revision that the caller saw. */
    private interface Step {
        ProposalSummary take(SalesforceId org, String id, long revision, Person who);
    }

    private HttpResponse<String> step(
            HttpRequest<?> request, SignedIn who, String id, @Nullable String seen, Step step) {
        long revision = Revisions.ifMatch(seen, id);
        return once.run(
                request,
                who,
                null,
                () -> Once.Done.changed(ProposalJson.of(step.take(site.org(), id, revision, who.person()))));
    }
}
