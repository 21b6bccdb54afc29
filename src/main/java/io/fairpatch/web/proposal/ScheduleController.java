package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.review.Edits;
import io.fairpatch.review.Schedules;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.view.Shell.Notice;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.LocalDate;
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
    private final Edits edits;

    ScheduleController(Site site, Schedules schedules, Edits edits) {
        this.site = site;
        this.schedules = schedules;
        this.edits = edits;
    }

    @Needs(Action.COMMIT)
    @Post
    HttpResponse<?> set(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new QueryValues(body);
        Instant when = time(form.required("at"));
        schedules.at(site.org(), id, form.number("revision"), when, who.person());
        return back(request, id, "It is written by itself on " + Show.moment(when) + ".");
    }

    /** The day from which the moves hold; it makes the next version. */
    @Needs(Action.PROPOSE)
    @Post("/effective")
    HttpResponse<?> effective(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new QueryValues(body);
        String day = form.required("day");
        var next = edits.effective(site.org(), id, form.number("revision"), day(day), who.person());
        return back(
                request,
                id,
                "It holds from " + day + ". That made version " + next.version()
                        + ", a draft to submit; all decisions were kept.");
    }

    static LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The day (" + day + ") is not understood")
                    .maybe("write it as 2026-03-31")
                    .exception();
        }
    }

    @Needs(Action.COMMIT)
    @Post("/cancel")
    HttpResponse<?> cancel(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        schedules.cancel(site.org(), id, new QueryValues(body).number("revision"), who.person());
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
