package io.fairpatch.app.demo;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.cli.JobClient;
import io.fairpatch.cli.Output;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.Receipt;
import io.fairpatch.jobs.Commits;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.Selection;
import io.micronaut.context.BeanLocator;
import java.util.ArrayList;
import java.util.List;

/** What the demo people do when nobody sits at the screen: two approve, one of them commits. */
final class Decisions {
    private final BeanLocator beans;
    private final SalesforceId org;
    private final ProposalService proposals;

    Decisions(BeanLocator beans, SalesforceId org) {
        this.beans = beans;
        this.org = org;
        this.proposals = beans.getBean(ProposalService.class);
    }

    /** Two people who did not make the proposal approve all of it. */
    ProposalSummary approve(ProposalSummary submitted) {
        var first = person(DemoPeople.APPROVER);
        var decided = submitted;
        if (decided.moves().total() > 0) {
            decided = proposals
                    .decide(
                            org,
                            decided.id(),
                            decided.revision(),
                            Selection.matching(LineFilter.MOVES),
                            Decision.APPROVED,
                            null,
                            first)
                    .proposal();
        }
        if (decided.stamps().total() > 0) {
            decided = proposals
                    .decideStamps(org, decided.id(), decided.revision(), Decision.APPROVED, null, first)
                    .proposal();
        }
        var once = proposals.approve(org, decided.id(), decided.revision(), first);
        return proposals.approve(org, once.id(), once.revision(), person(DemoPeople.SECOND_APPROVER));
    }

    /** Writes what was approved and answers every line's receipt. */
    List<Receipt> commit(ProposalSummary approved, Output output) {
        var fingerprint = approved.fingerprint();
        if (fingerprint == null) {
            throw new IllegalStateException("An approved proposal has no fingerprint");
        }
        var started = beans.getBean(Commits.class)
                .start(org, approved.id(), approved.version(), fingerprint, person(DemoPeople.APPROVER), true);
        var ended = new JobClient(beans, output).await(started.job());
        var problem = ended.get("problem");
        if (problem != null) {
            output.say("The commit ended early. " + problem);
        }
        return receipts(started.run().id());
    }

    private List<Receipt> receipts(String run) {
        var queries = beans.getBean(CommitQueries.class);
        var all = new ArrayList<Receipt>();
        int total;
        do {
            var page = queries.receipts(org, run, null, new PageRequest(all.size(), 500));
            all.addAll(page.receipts());
            total = page.receipts().isEmpty() ? all.size() : page.total();
        } while (all.size() < total);
        return all;
    }

    private Person person(String name) {
        return beans.getBean(PersonStore.class).find(org, name).orElseThrow();
    }
}
