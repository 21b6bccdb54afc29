package io.fairpatch.web.commit;

import io.fairpatch.access.Action;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.Commits;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.Shell.OrgBadge;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last look before a commit, and its start. */
@Hidden
@Controller("/proposals/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CommitController {
    private final Site site;
    private final ProposalQueries proposals;
    private final CommitQueries runs;
    private final Commits commits;
    private final CommitPages pages;
    private final Shells shells;

    CommitController(
            Site site,
            ProposalQueries proposals,
            CommitQueries runs,
            Commits commits,
            CommitPages pages,
            Shells shells) {
        this.site = site;
        this.proposals = proposals;
        this.runs = runs;
        this.commits = commits;
        this.pages = pages;
        this.shells = shells;
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get("/commit")
    HttpResponse<?> look(HttpRequest<?> request, SignedIn who, String id) {
        ProposalSummary proposal = proposals.get(site.org(), id);
        if (proposal.fingerprint() == null) {
            throw Problem.of(
                            ErrorCode.PROPOSAL_STATE,
                            "Proposal " + id + " is " + proposal.state().words())
                    .because("only an approved proposal can be committed")
                    .maybe("decide on every line and approve it first")
                    .exception();
        }
        var shell = shells.frame(request, who, "Commit " + id);
        return Pages.show(request, "page/commit", Map.of("page", pages.look(shell, who.person(), proposal)));
    }

    @Needs(Action.COMMIT)
    @Post("/commit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> start(SignedIn who, String id, @Body Map<String, String> form) {
        requireConfirmed(form.get("confirm"));
        boolean insists = "yes".equals(form.get("insist"));
        String fingerprint = form.getOrDefault("fingerprint", "");
        var started = commits.start(site.org(), id, version(form), fingerprint, who.person(), insists);
        return Pages.then("/commits/" + started.run().id());
    }

    /** The newest run of a proposal. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/receipts")
    HttpResponse<?> newest(String id) {
        return runs.latest(site.org(), id)
                .map(run -> Pages.then("/commits/" + run.id()))
                .orElseThrow(() -> Problem.of(ErrorCode.PAGE_NOT_FOUND, "Proposal " + id + " was not committed yet")
                        .maybe("commit it from its page once it is approved")
                        .exception());
    }

    private static int version(Map<String, String> form) {
        try {
            return Integer.parseInt(form.getOrDefault("version", ""));
        } catch (NumberFormatException notANumber) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The form does not say which version is to be committed")
                    .maybe("open the page again")
                    .exception();
        }
    }

    private void requireConfirmed(@Nullable String confirm) {
        OrgBadge badge = site.badge();
        if (badge.kind() == OrgBadge.Kind.PRODUCTION && !badge.name().equals(confirm)) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The org's name was not typed as it is: " + badge.name())
                    .maybe("type it exactly; this is the production org")
                    .exception();
        }
    }
}
