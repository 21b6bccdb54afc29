package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.jobs.DigestRounds;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.DigestPage;
import io.fairpatch.web.view.Shell.Notice;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** What people would be told outside of the pages, before it is sent. */
@Hidden
@Controller("/digests")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DigestController {
    private final Site site;
    private final DigestRounds rounds;
    private final Shells shells;

    DigestController(Site site, DigestRounds rounds, Shells shells) {
        this.site = site;
        this.rounds = rounds;
        this.shells = shells;
    }

    @Needs(Action.PROPOSE)
    @Get
    HttpResponse<?> preview(HttpRequest<?> request, SignedIn who) {
        var letters = rounds.preview(site.org(), who.person()).stream()
                .map(digest -> new DigestPage.Letter(digest.person().displayName(), digest.subject(), digest.lines()))
                .toList();
        String sentence = letters.isEmpty()
                ? "There is nothing new to tell anybody."
                : Show.count(letters.size(), "digest", "digests") + " would be sent.";
        var page = new DigestPage(shells.frame(request, who, "Digests"), sentence, rounds.open(), letters);
        return Pages.show(request, "page/digests", Map.of("page", page));
    }

    @Needs(Action.PROPOSE)
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> send(HttpRequest<?> request, SignedIn who) {
        var sent = rounds.send(site.org(), who.person());
        String sentence = Show.count(sent.sent(), "digest was", "digests were") + " handed over"
                + (sent.failed() == 0 ? "." : ", " + sent.failed() + " were not taken and go with the next round.");
        return Pages.then(request, "/digests", new Notice(sent.failed() == 0, sentence, null));
    }
}
