package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.review.Phase;
import io.fairpatch.review.PhasePlan;
import io.fairpatch.review.Phases;
import io.fairpatch.review.Selection;
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
import java.util.List;

/** Parts a proposal, so that its moves are written step by step. */
@Hidden
@Controller("/proposals/{id}/phases")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PhaseController {
    private final Site site;
    private final Phases phases;

    PhaseController(Site site, Phases phases) {
        this.site = site;
        this.phases = phases;
    }

    @Needs(Action.PROPOSE)
    @Post
    HttpResponse<?> spread(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new QueryValues(body);
        var plan = new PhasePlan(
                QueryValues.choice("order", form.required("order"), PhasePlan.Order.values()),
                count(form, "phases"),
                count(form, "every"),
                form.get("tenured") != null);
        return back(request, id, phases.spread(site.org(), id, form.number("revision"), plan, who.person()));
    }

    private static int count(QueryValues form, String name) {
        return (int) Math.min(Integer.MAX_VALUE, form.number(name));
    }

    /** What matches the filter waits for a day of its own. */
    @Needs(Action.PROPOSE)
    @Post("/later")
    HttpResponse<?> later(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new QueryValues(body);
        var selection = Selection.matching(MoveQuery.parse(form.get("query")).filter());
        var day = ScheduleController.day(form.required("day"));
        return back(request, id, phases.later(site.org(), id, form.number("revision"), selection, day, who.person()));
    }

    private static HttpResponse<?> back(HttpRequest<?> request, String id, List<Phase> phases) {
        String sentence = "The change has " + Show.count(phases.size(), "phase", "phases")
                + " now, each a draft to submit and approve by itself; all decisions were kept.";
        return Pages.then(request, "/proposals/" + id, new Notice(true, sentence, null));
    }
}
