package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.model.AuditFilter;
import io.fairpatch.review.Edits;
import io.fairpatch.review.Schedules;
import io.fairpatch.review.Timeline;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When approved proposals are written by themselves, and the log of what was done. */
@Tag(name = "proposals")
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiSchedules {
    private static final int MOST_ROWS = 500;

    private final Site site;
    private final Schedules schedules;
    private final Edits edits;
    private final Timeline timeline;
    private final Once once;

    ApiSchedules(Site site, Schedules schedules, Edits edits, Timeline timeline, Once once) {
        this.edits = edits;
        this.site = site;
        this.schedules = schedules;
        this.timeline = timeline;
        this.once = once;
    }

    /** The time; null takes it back. */
    @Serdeable
    record ScheduleJson(@Nullable Instant at) {}

    /** The first day, written as the assigned date. */
    @Serdeable
    record EffectiveJson(@Nullable LocalDate day) {}

    /** A line of the log; {@code hash} follows from the line before and this one. */
    @Serdeable
    record EventJson(long seq, Instant at, String actor, String action, String subject, String details, String hash) {
        static EventJson of(Timeline.Event event) {
            return new EventJson(
                    event.seq(),
                    event.at(),
                    event.actor(),
                    event.action(),
                    event.subject(),
                    event.details(),
                    event.hash());
        }
    }

    /** Sets the time at which the caller's commit starts by itself, or takes it back. */
    @Needs(Action.COMMIT)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post("/proposals/{id}/schedule")
    HttpResponse<String> schedule(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen,
            @Body ScheduleJson body) {
        long revision = Revisions.ifMatch(seen, id);
        return once.run(request, who, body, () -> {
            Instant at = body.at();
            var proposal = at == null
                    ? schedules.cancel(site.org(), id, revision, who.person())
                    : schedules.at(site.org(), id, revision, at, who.person());
            return Once.Done.changed(ProposalJson.of(proposal));
        });
    }

    /** Sets the day from which the moves hold, which makes the next version with all decisions kept. */
    @Needs(Action.PROPOSE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post("/proposals/{id}/effective")
    HttpResponse<String> effective(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen,
            @Body EffectiveJson body) {
        long revision = Revisions.ifMatch(seen, id);
        LocalDate day = Given.required("day", body.day());
        return once.run(
                request,
                who,
                body,
                () -> Once.Done.changed(ProposalJson.of(edits.effective(site.org(), id, revision, day, who.person()))));
    }

    /** The log, oldest first, after the line {@code after}. */
    @Needs(Action.VIEW_AUDIT)
    @Get("/timeline")
    PageJson<EventJson> timeline(
            @QueryValue(defaultValue = "0") long after, @QueryValue(defaultValue = "100") int limit) {
        int most = Math.max(1, Math.min(limit, MOST_ROWS));
        List<EventJson> events = timeline.after(site.org(), AuditFilter.ALL, after, most).stream()
                .map(EventJson::of)
                .toList();
        String next = events.size() == most ? Long.toString(events.get(most - 1).seq()) : null;
        return new PageJson<>(events, events.size(), next);
    }
}
