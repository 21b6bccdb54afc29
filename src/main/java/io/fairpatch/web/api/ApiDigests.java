package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.jobs.DigestRounds;
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
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;

/** What people are told outside of the pages: shown first, then mailed or sent to the webhook. */
@Tag(name = "digests")
@Controller("/api/v1/digests")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiDigests {
    private final Site site;
    private final DigestRounds rounds;
    private final Once once;

    ApiDigests(Site site, DigestRounds rounds, Once once) {
        this.site = site;
        this.rounds = rounds;
        this.once = once;
    }

    /** To one person. */
    @Serdeable
    record DigestJson(String person, String subject, List<String> lines) {}

    /** How many were handed over, and how many were not taken. */
    @Serdeable
    record SentJson(int sent, int failed) {}

    /** What would be sent now. */
    @Needs(Action.PROPOSE)
    @Get
    PageJson<DigestJson> preview(@Parameter(hidden = true) SignedIn who) {
        var all = rounds.preview(site.org(), who.person()).stream()
                .map(digest -> new DigestJson(digest.person().name(), digest.subject(), digest.lines()))
                .toList();
        return new PageJson<>(all, all.size(), null);
    }

    /** Sends what the preview shows. */
    @Needs(Action.PROPOSE)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SentJson.class)))
    @Post
    HttpResponse<String> send(HttpRequest<?> request, @Parameter(hidden = true) SignedIn who) {
        return once.run(request, who, null, () -> {
            var sent = rounds.send(site.org(), who.person());
            return new Once.Done(200, new SentJson(sent.sent(), sent.failed()), null, null);
        });
    }
}
