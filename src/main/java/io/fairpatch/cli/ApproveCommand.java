package io.fairpatch.cli;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.Selection;
import io.micronaut.context.BeanLocator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Approves a proposal: all lines that nobody decided on yet, then the whole. */
@Command(
        name = "approve",
        description = {
            "Approve a proposal: every line that nobody decided on yet, then the whole.",
            "Declined lines stay declined. Who made the proposal can't approve it."
        },
        mixinStandardHelpOptions = true)
public final class ApproveCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final OnProposal on;

    public ApproveCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.on = new OnProposal(house, keyboard);
        this.output = output;
    }

    /** What {@code --json} prints. */
    record Approved(
            String proposal,
            int version,
            ProposalState state,
            int moves,
            int stamps,
            int declined,
            List<String> approvedBy,
            int approvalsNeeded,
            @Nullable String fingerprint) {
        static Approved of(ProposalSummary it) {
            return new Approved(
                    it.id(),
                    it.version(),
                    it.state(),
                    it.moves().approved(),
                    it.stamps().approved(),
                    it.moves().declined() + it.stamps().declined(),
                    it.approvedBy(),
                    it.approvalsNeeded(),
                    it.fingerprint());
        }

        String text() {
            var what = Words.count(moves, "move", "moves") + " and " + Words.count(stamps, "stamp", "stamps");
            return state == ProposalState.APPROVED
                    ? "Proposal " + proposal + " is approved: " + what + "."
                    : "Proposal " + proposal + " has " + approvedBy.size() + " of " + approvalsNeeded
                            + " approvals for " + what + ".";
        }
    }

    @Override
    public Integer call() {
        OnProposal.Seat seat = on.take(Action.APPROVE);
        Desk desk = seat.desk();
        ProposalSummary proposal = seat.proposal();
        output.say(proposal.impact());
        output.say(Words.count(undecided(proposal), "line is", "lines are") + " not decided yet and will be approved; "
                + Words.count(declined(proposal), "line stays", "lines stay") + " declined.");
        on.confirm("yes");
        var approved = Approved.of(approve(desk.bean(ProposalService.class), proposal, seat.person()));
        output.result(approved, approved.text());
        output.say(
                approved.state() == ProposalState.APPROVED
                        ? "Next: ./fairpatch commit " + approved.proposal() + " --as PERSON"
                        : "Next: another approver runs ./fairpatch approve " + approved.proposal() + " --as PERSON");
        return 0;
    }

    /** Each step names the revision that the one before answered: a change by someone else in between stops it. */
    private static ProposalSummary approve(ProposalService service, ProposalSummary seen, Person person) {
        var now = seen;
        if (now.moves().undecided() > 0) {
            var moves = LineFilter.MOVES.decided(Decision.UNDECIDED);
            now = service.decide(
                            now.org(),
                            now.id(),
                            now.revision(),
                            Selection.matching(moves),
                            Decision.APPROVED,
                            null,
                            person)
                    .proposal();
        }
        if (now.stamps().undecided() > 0) {
            now = service.decideStamps(now.org(), now.id(), now.revision(), Decision.APPROVED, null, person)
                    .proposal();
        }
        return service.approve(now.org(), now.id(), now.revision(), person);
    }

    private static int undecided(ProposalSummary proposal) {
        return proposal.moves().undecided() + proposal.stamps().undecided();
    }

    private static int declined(ProposalSummary proposal) {
        return proposal.moves().declined() + proposal.stamps().declined();
    }
}
