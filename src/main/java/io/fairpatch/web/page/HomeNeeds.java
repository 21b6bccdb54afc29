package io.fairpatch.web.page;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Role;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.ChangeKind;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.watch.Alert;
import io.fairpatch.watch.ReviewTasks;
import io.fairpatch.watch.Watch;
import io.fairpatch.web.view.HomePage.Need;
import io.fairpatch.web.view.Show;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What waits for a person, by what the person may do. */
@Singleton
final class HomeNeeds {
    private final ProposalQueries queries;
    private final Watch watch;
    private final ReviewTasks reviews;

    HomeNeeds(ProposalQueries queries, Watch watch, ReviewTasks reviews) {
        this.queries = queries;
        this.watch = watch;
        this.reviews = reviews;
    }

    List<Need> of(SalesforceId org, List<ProposalSummary> proposals, Person person) {
        var needs = new ArrayList<Need>();
        for (ProposalSummary proposal : proposals) {
            add(needs, proposal, person);
        }
        if (person.may(Action.PLAN)) {
            signs(needs, org);
        }
        return needs;
    }

    /** What asks for action between reviews, and reviews that are due. */
    private void signs(List<Need> needs, SalesforceId org) {
        long open = watch.firing(org).stream().filter(Alert::open).count();
        if (open > 0) {
            needs.add(
                    new Need(Show.count(open, "sign asks", "signs ask") + " for action.", "/triggers", "Look at them"));
        }
        reviews.all(org).stream()
                .filter(task -> task.waits(reviews.today()))
                .map(task -> new Need(
                        "The review of " + task.key() + " is due: " + task.purpose() + ".", "/triggers", "Go to it"))
                .forEach(needs::add);
    }

    private void add(List<Need> needs, ProposalSummary proposal, Person person) {
        String path = "/proposals/" + proposal.id();
        boolean made = proposal.author().equals(person.name())
                || proposal.extras().versionBy().equals(person.name());
        switch (proposal.state()) {
            case DRAFT -> {
                if (person.may(Action.PROPOSE)) {
                    needs.add(new Need(proposal.id() + " is a draft: submit it when it is ready.", path, "Look at it"));
                }
            }
            case IN_REVIEW -> inReview(needs, proposal, person, path, made);
            case APPROVED -> {
                if (person.may(Action.COMMIT) && !made && proposal.extras().scheduledFor() == null) {
                    needs.add(new Need(
                            proposal.id() + " is approved and not written yet.", path + "/commit", "Go to the commit"));
                }
            }
            case PARTLY_COMMITTED, FAILED -> {
                if (person.may(Action.COMMIT)) {
                    needs.add(new Need(
                            "Some of " + proposal.id() + " is not in the org.",
                            path + "/receipts",
                            "See the receipts"));
                }
            }
            case COMMITTING, COMMITTED, UNDONE, STALE, WITHDRAWN -> {}
        }
    }

    private void inReview(List<Need> needs, ProposalSummary proposal, Person person, String path, boolean made) {
        if (made) {
            needs.add(new Need(
                    "Colleagues decide on " + proposal.id() + ": "
                            + Show.count(proposal.moves().undecided(), "move", "moves") + " and "
                            + Show.count(proposal.stamps().undecided(), "stamp", "stamps") + " are open.",
                    path,
                    "Look at it"));
            return;
        }
        if (person.roles().contains(Role.APPROVER)) {
            contested(needs, proposal, path);
        }
        int open = proposal.moves().undecided() + proposal.stamps().undecided();
        if (person.may(Action.DECIDE_ANY) && open > 0) {
            needs.add(new Need(
                    Show.count(proposal.moves().undecided(), "move", "moves") + " and "
                            + Show.count(proposal.stamps().undecided(), "stamp", "stamps") + " of " + proposal.id()
                            + " wait for a decision.",
                    path + "?decision=UNDECIDED#moves",
                    "Decide"));
        } else if (person.may(Action.DECIDE_TEAM) && person.userId() != null) {
            team(needs, proposal, person.userId(), path);
        }
        if (open == 0 && person.may(Action.APPROVE) && !proposal.approvedBy().contains(person.name())) {
            needs.add(new Need(proposal.id() + " is decided line by line: approve the whole.", path, "Approve it"));
        }
    }

    private void team(List<Need> needs, ProposalSummary proposal, SalesforceId manager, String path) {
        int mine = count(proposal, LineFilter.MOVES.awaiting(manager));
        if (mine > 0) {
            needs.add(new Need(
                    Show.count(mine, "move", "moves") + " of your team in " + proposal.id()
                            + (mine == 1 ? " waits" : " wait") + " for your word.",
                    path + "?word=" + manager.value() + "#moves",
                    "Decide"));
        }
    }

    private void contested(List<Need> needs, ProposalSummary proposal, String path) {
        int contested =
                count(proposal, LineFilter.MOVES.decided(Decision.UNDECIDED).of(ChangeKind.CONTESTED));
        if (contested > 0) {
            needs.add(new Need(
                    Show.count(contested, "account is", "accounts are") + " contested in " + proposal.id()
                            + ": you decide before the deadline.",
                    path + "/conflicts",
                    "Settle them"));
        }
    }

    private int count(ProposalSummary proposal, LineFilter filter) {
        return queries.count(proposal, filter);
    }
}
