package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.Pins;
import io.fairpatch.review.ProposalService;
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
import java.time.LocalDate;
import java.util.List;

/** What people do with a proposal: plain forms that lead back to the page. */
@Hidden
@Controller("/proposals/{id}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DecisionController {
    private final Site site;
    private final ProposalService proposals;
    private final Pins pins;

    DecisionController(Site site, ProposalService proposals, Pins pins) {
        this.site = site;
        this.pins = pins;
        this.proposals = proposals;
    }

    @Needs({Action.DECIDE_ANY, Action.DECIDE_TEAM})
    @Post("/decisions")
    HttpResponse<?> decide(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new DecisionForm(body);
        MoveQuery query = MoveQuery.parse(form.query());
        Selection selection = selection(form, query);
        LocalDate until = form.pinUntil();
        var decided = until == null
                ? proposals.decide(
                        site.org(), id, form.revision(), selection, form.decision(), form.note(), who.person())
                : pins.pin(site.org(), id, form.revision(), selection, until, form.note(), who.person());
        String sentence = until == null
                ? Outcomes.sentence(decided, done(form.decision()))
                : Show.count(decided.changed(), "move", "moves") + " declined; the accounts stay where they are until "
                        + until + ", whatever the next plan says.";
        return Pages.then(request, MoveTables.address("/proposals/" + id, query), new Notice(true, sentence, null));
    }

    @Needs(Action.DECIDE_ANY)
    @Post("/stamps")
    HttpResponse<?> stamps(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new DecisionForm(body);
        var decided =
                proposals.decideStamps(site.org(), id, form.revision(), form.decision(), form.note(), who.person());
        String sentence = Show.count(decided.changed(), "stamp", "stamps") + " " + done(form.decision()) + ".";
        String back = MoveTables.address("/proposals/" + id, MoveQuery.parse(form.query()));
        return Pages.then(request, back, new Notice(true, sentence, null));
    }

    @Needs(Action.PROPOSE)
    @Post("/submit")
    HttpResponse<?> submit(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        proposals.submit(site.org(), id, revision(body), who.person());
        return back(request, id, "Submitted: this version is fixed, and colleagues decide on it.");
    }

    @Needs(Action.APPROVE)
    @Post("/approve")
    HttpResponse<?> approve(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        proposals.approve(site.org(), id, revision(body), who.person());
        return back(request, id, "Approved: exactly these lines are frozen.");
    }

    @Needs(Action.PROPOSE)
    @Post("/withdraw")
    HttpResponse<?> withdraw(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        proposals.withdraw(site.org(), id, revision(body), who.person());
        return back(request, id, "Withdrawn: nothing is written.");
    }

    private static long revision(String body) {
        return new QueryValues(body).number("revision");
    }

    private static HttpResponse<?> back(HttpRequest<?> request, String id, String sentence) {
        return Pages.then(request, "/proposals/" + id, new Notice(true, sentence, null));
    }

    private static Selection selection(DecisionForm form, MoveQuery query) {
        if (form.all()) {
            return Selection.matching(query.undecided());
        }
        List<SalesforceId> accounts = form.accounts();
        if (accounts.isEmpty()) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "No move is ticked")
                    .maybe("tick the moves you mean, or take all that match")
                    .exception();
        }
        return Selection.of(accounts);
    }

    private static String done(Decision decision) {
        return switch (decision) {
            case APPROVED -> "approved";
            case DECLINED -> "declined";
            case DEFERRED -> "deferred";
            case UNDECIDED -> "open again";
        };
    }
}
