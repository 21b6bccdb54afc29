package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.review.Schedules;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.view.Shell.Notice;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** When an approved proposal is written by itself. */
@Hidden
@Controller("/proposals/{id}/schedule")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ScheduleController {
    private final Site site;
    private final Schedules schedules;

    ScheduleController(Site site, Schedules schedules) {
        this.site = site;
        this.schedules = schedules;
    }

    @Needs(Action.COMMIT)
    @Post
    HttpResponse<?> set(HttpRequest<?> request, SignedIn who, String id, long revision, String at) {
        Instant when = time(at);
        schedules.at(site.org(), id, revision, when, who.person());
        return back(request, id, "It is written by itself on " + Show.moment(when) + ".");
    }

    @Needs(Action.COMMIT)
    @Post("/cancel")
    HttpResponse<?> cancel(HttpRequest<?> request, SignedIn who, String id, long revision) {
        schedules.cancel(site.org(), id, revision, who.person());
        return back(request, id, "It is no longer written by itself.");
    }

    /** As {@code datetime-local} sends it; the page says that it is UTC. */
    private static Instant time(String at) {
        try {
            return LocalDateTime.parse(at).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The time (" + at + ") is not understood")
                    .maybe("write it as 2026-03-31T18:00")
                    .exception();
        }
    }

    private static HttpResponse<?> back(HttpRequest<?> request, String id, String sentence) {
        return Pages.then(request, "/proposals/" + id, new Notice(true, sentence, null));
    }
}
