package io.fairpatch.web.commit;

import io.fairpatch.access.Action;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.CommitService;
import io.fairpatch.commit.IntentState;
import io.fairpatch.commit.ReceiptCsv;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.Commits;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commits: the list, the progress and the receipts of one, and both files of receipts. */
@Hidden
@Controller("/commits")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReceiptController {
    private final Site site;
    private final ProposalQueries proposals;
    private final CommitQueries runs;
    private final CommitService commits;
    private final Commits jobs;
    private final ReceiptCsv files;
    private final ReceiptPages pages;
    private final Shells shells;

    ReceiptController(
            Site site,
            ProposalQueries proposals,
            CommitQueries runs,
            CommitService commits,
            Commits jobs,
            ReceiptCsv files,
            ReceiptPages pages,
            Shells shells) {
        this.site = site;
        this.proposals = proposals;
        this.runs = runs;
        this.commits = commits;
        this.jobs = jobs;
        this.files = files;
        this.pages = pages;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get
    HttpResponse<?> list(HttpRequest<?> request, SignedIn who) {
        var org = site.org();
        var rows = proposals.list(org).stream()
                .map(ProposalSummary::id)
                .flatMap(id -> runs.runs(org, id).stream())
                .map(pages::row)
                .toList();
        return Pages.show(
                request, "page/commits", Map.of("shell", shells.frame(request, who, "Commits"), "rows", rows));
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get("/{run}")
    HttpResponse<?> run(
            HttpRequest<?> request,
            SignedIn who,
            String run,
            @Nullable @QueryValue IntentState state,
            @QueryValue(defaultValue = "0") int offset) {
        if (offset < 0) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The parameter offset (" + offset + ") must not be negative")
                    .maybe("leave offset out to begin at the first line")
                    .exception();
        }
        var shell = shells.frame(request, who, "Commit " + run);
        return Pages.show(
                request, "page/commitRun", Map.of("page", pages.run(shell, who.person(), run, state, offset)));
    }

    @Needs(Action.COMMIT)
    @Post("/{run}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> stop(SignedIn who, String run) {
        commits.requestStop(org(run), run, who.person());
        return Pages.then("/commits/" + run);
    }

    @Needs(Action.COMMIT)
    @Post("/{run}/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resume(SignedIn who, String run) {
        var it = runs.run(site.org(), run);
        jobs.start(it.org(), it.proposal(), it.version(), it.fingerprint(), who.person(), true);
        return Pages.then("/commits/" + run);
    }

    @Needs(Action.EXPORT)
    @Get("/{run}/success.csv")
    HttpResponse<String> success(String run) {
        var text = new StringWriter();
        files.writeSuccess(org(run), run, text);
        return csv(text, run + "-success.csv");
    }

    @Needs(Action.EXPORT)
    @Get("/{run}/error.csv")
    HttpResponse<String> errors(String run) {
        var text = new StringWriter();
        files.writeErrors(org(run), run, text);
        return csv(text, run + "-error.csv");
    }

    /** The org, once the run is known to be one of its own. */
    private SalesforceId org(String run) {
        return runs.run(site.org(), run).org();
    }

    private static HttpResponse<String> csv(StringWriter text, String name) {
        return HttpResponse.ok(text.toString())
                .contentType("text/csv;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
}
