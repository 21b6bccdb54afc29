package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.AuditTrail;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.StringWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who did what, when: only ever added to, and chained by hashes. */
@Tag(name = "audit")
@Controller("/api/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiAudit {
    private static final int MOST_ROWS = 500;

    private final Site site;
    private final AuditTrail trail;

    ApiAudit(Site site, AuditTrail trail) {
        this.site = site;
        this.trail = trail;
    }

    /** One line; {@code details} is JSON as text. */
    @Serdeable
    record LineJson(long seq, Instant at, String actor, String action, String subject, String details, String hash) {}

    /** Whether the lines hang together: {@code broken} is the first that does not. */
    @Serdeable
    record CheckJson(boolean intact, @Nullable Long broken, long lines, String hash) {}

    /** Lines, oldest first; the cursor is the number of the last one. */
    @Needs(Action.VIEW_AUDIT)
    @Get
    PageJson<LineJson> lines(@QueryValue(defaultValue = "0") long cursor, @QueryValue(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_ROWS || cursor < 0) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The limit (" + limit + ") must be 1 to " + MOST_ROWS)
                    .at("limit")
                    .maybe("ask for less at once, and go on with cursor")
                    .exception();
        }
        var lines = trail.lines(site.org(), cursor, limit).stream()
                .map(ApiAudit::json)
                .toList();
        String next = lines.size() < limit
                ? null
                : Long.toString(lines.get(lines.size() - 1).seq());
        return new PageJson<>(lines, lines.size(), next);
    }

    /** Walks the whole chain of hashes. */
    @Needs(Action.VIEW_AUDIT)
    @Get("/check")
    CheckJson check() {
        var check = trail.check(site.org());
        return new CheckJson(check.broken() == null, check.broken(), check.lines(), check.hash());
    }

    /** Every line as newline-delimited JSON. */
    @Needs(Action.VIEW_AUDIT)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")))
    @Get("/export")
    HttpResponse<String> export() {
        var text = new StringWriter();
        trail.export(site.org(), text);
        return HttpResponse.ok(text.toString())
                .contentType("application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
    }

    private static LineJson json(AuditTrail.Line line) {
        return new LineJson(
                line.seq(), line.at(), line.actor(), line.action(), line.subject(), line.details(), line.hash());
    }
}
