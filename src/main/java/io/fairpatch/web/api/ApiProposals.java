package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.ProblemJson;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reads proposals. */
@Tag(name = "proposals")
@Controller("/api/v1/proposals")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiProposals {
    private static final int MOST_ROWS = 500;

    private final Site site;
    private final ProposalQueries queries;

    ApiProposals(Site site, ProposalQueries queries) {
        this.site = site;
        this.queries = queries;
    }

    /** All proposals, newest first. */
    @Needs(Action.VIEW_PROPOSALS)
    @ApiResponse(responseCode = "200")
    @ApiResponse(
            responseCode = "400",
            content =
                    @Content(mediaType = ProblemJson.MEDIA_TYPE, schema = @Schema(implementation = ProblemJson.class)))
    @Get
    PageJson<ProposalJson> list() {
        var all = queries.list(site.org()).stream().map(ProposalJson::of).toList();
        return new PageJson<>(all, all.size(), null);
    }

    /** One proposal; its ETag is asked for by every change. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{id}")
    HttpResponse<ProposalJson> one(String id) {
        ProposalJson proposal = ProposalJson.of(queries.get(site.org(), id));
        return HttpResponse.ok(proposal).header(HttpHeaders.ETAG, Revisions.etag(proposal.revision()));
    }

    /** Its lines: the moves, or with {@code kind=STAMP} the stamps, most worth first. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{id}/lines")
    PageJson<LineJson> lines(
            String id,
            @QueryValue(defaultValue = "MOVE") LineKind kind,
            @Nullable @QueryValue String rep,
            @Nullable @QueryValue String rule,
            @Nullable @QueryValue Decision decision,
            @Nullable @QueryValue String text,
            @QueryValue(defaultValue = "50") int limit,
            @Nullable @QueryValue String cursor) {
        var filter =
                new LineFilter(rep == null ? null : Given.account(rep), null, rule, kind, decision, text, null, null);
        var page = queries.lines(site.org(), id, filter, LineSort.WORTH_FIRST, page(limit, cursor));
        return new PageJson<>(page.lines().stream().map(LineJson::of).toList(), page.total(), page.cursor());
    }

    /** One line with its reasons and field values. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{id}/lines/{account}")
    LineDetailJson line(String id, String account) {
        return LineDetailJson.of(queries.line(site.org(), id, Given.account(account)));
    }

    static PageRequest page(int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The limit (" + limit + ") must be 1 to " + MOST_ROWS)
                    .at("limit")
                    .maybe("ask for less at once, and go on with cursor")
                    .exception();
        }
        if (cursor == null) {
            return new PageRequest(0, limit);
        }
        if (!cursor.matches("\\d{1,9}")) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The cursor must be one from an earlier answer")
                    .at("cursor")
                    .maybe("leave cursor out to begin at the first")
                    .exception();
        }
        return PageRequest.after(cursor, limit);
    }
}
