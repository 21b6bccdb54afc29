package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.view.ProposalView.NextStep;
import io.fairpatch.web.view.Show;

/** The one thing to do next with a proposal, for the person who looks. The services hold the rules; this names them. */
final class NextSteps {
    private final ProposalSummary proposal;
    private final Person person;
    private final String path;

    NextSteps(ProposalSummary proposal, Person person, String path) {
        this.proposal = proposal;
        this.person = person;
        this.path = path;
    }

    NextStep next() {
        return switch (proposal.state()) {
            case DRAFT -> draft();
            case IN_REVIEW -> inReview();
            case APPROVED -> approved();
            case COMMITTING -> receipts("It is being written into the org.", "See the progress");
            case COMMITTED -> receipts("Everything approved was written and read back row by row.", "See the receipts");
            case PARTLY_COMMITTED -> receipts("Some approved writes are not in the org.", "See the receipts");
            case FAILED -> receipts("The commit failed before all rows were written.", "See the receipts");
            case UNDONE -> waiting("What was written has been taken back.");
            case STALE -> waiting("The org or a newer plan has overtaken this proposal.");
            case WITHDRAWN -> waiting("It was taken back. Nothing was written.");
        };
    }

    private NextStep draft() {
        if (!person.may(Action.PROPOSE)) {
            return waiting("A draft by " + proposal.authorName() + ". Decisions begin once it is submitted.");
        }
        return step(
                "A draft. Submitting fixes this version, and colleagues decide on it.", "/submit", "Submit for review");
    }

    private NextStep inReview() {
        int open = proposal.moves().undecided() + proposal.stamps().undecided();
        if (open > 0) {
            return decides() ? decide() : waiting(waits() + author());
        }
        int approved = proposal.moves().approved() + proposal.stamps().approved();
        if (approved == 0) {
            return waiting("Every line is declined, so that nothing would be written.");
        }
        if (isAuthor() || !person.may(Action.APPROVE)) {
            String who = proposal.extras().redesign()
                    ? "It is a redesign: colleagues, one with the role approver among them and none who made or edited it,"
                            + " approve the whole."
                    : "A colleague with the role approver or ops, who neither made nor edited it, approves the whole.";
            return waiting("Every line is decided. " + who);
        }
        if (proposal.approvedBy().contains(person.name())) {
            return waiting("You approved it. It needs "
                    + Show.count(proposal.approvalsNeeded(), "approval", "approvals") + ".");
        }
        return step(
                "Every line is decided. Approving freezes exactly these lines.",
                "/approve",
                "Approve "
                        + Show.count(proposal.moves().approved(), "move", "moves") + " and "
                        + Show.count(proposal.stamps().approved(), "stamp", "stamps"));
    }

    private boolean decides() {
        boolean team = person.may(Action.DECIDE_TEAM) && proposal.moves().undecided() > 0;
        return !isAuthor() && (person.may(Action.DECIDE_ANY) || team);
    }

    private NextStep decide() {
        boolean stampsOnly = proposal.moves().undecided() == 0;
        String link = path + (stampsOnly ? "#stamps" : moves());
        return new NextStep(
                waits(), null, stampsOnly ? "Decide on the stamps" : "Decide on the moves", link, mayWithdraw());
    }

    /** A manager decides on moves of the own team alone. */
    private String moves() {
        return person.may(Action.DECIDE_ANY) || person.userId() == null
                ? "?decision=UNDECIDED#moves"
                : "?word=" + person.userId().value() + "#moves";
    }

    private String waits() {
        return Show.count(proposal.moves().undecided(), "move", "moves") + " and "
                + Show.count(proposal.stamps().undecided(), "stamp", "stamps") + " wait for a decision.";
    }

    private String author() {
        return isAuthor() ? " You made or edited this proposal, so a colleague approves." : "";
    }

    private NextStep approved() {
        String sentence = "Approved by " + String.join(", ", proposal.approvedBy()) + ". Nothing is written yet.";
        return new NextStep(sentence, null, "Go to the commit", path + "/commit", mayWithdraw());
    }

    private NextStep receipts(String sentence, String button) {
        return new NextStep(sentence, null, button, path + "/receipts", false);
    }

    private NextStep step(String sentence, String action, String button) {
        return new NextStep(sentence, path + action, button, null, mayWithdraw());
    }

    private NextStep waiting(String sentence) {
        return new NextStep(sentence, null, null, null, mayWithdraw());
    }

    private boolean isAuthor() {
        return proposal.madeBy(person);
    }

    private boolean mayWithdraw() {
        return person.may(Action.PROPOSE) && proposal.state().mayBecome(ProposalState.WITHDRAWN);
    }
}
