package io.fairpatch.cli;

import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.BeanLocator;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Submits a draft, such as a phase or a version with other targets. */
@Command(
        name = "submit",
        description = {
            "Submit a draft for review: a phase, or a proposal that somebody edited.",
            "What propose and undo make is submitted already."
        },
        mixinStandardHelpOptions = true)
public final class SubmitCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final Desk.WhichProposal which = new Desk.WhichProposal();

    @CommandLine.Mixin
    private final Desk.Acting acting = new Desk.Acting();

    public SubmitCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    /** What {@code --json} prints. */
    record Submitted(String proposal, int version, ProposalState state, int moves, int stamps) {
        static Submitted of(ProposalSummary it) {
            return new Submitted(
                    it.id(),
                    it.version(),
                    it.state(),
                    it.moves().total(),
                    it.stamps().total());
        }

        String text() {
            return "Proposal " + proposal + " (version " + version + ") is " + state.words() + ": "
                    + Words.count(moves, "move", "moves") + " and " + Words.count(stamps, "stamp", "stamps") + ".";
        }
    }

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        var person = desk.person(acting, keyboard);
        var seen = desk.proposal(which);
        var submitted =
                Submitted.of(desk.bean(ProposalService.class).submit(seen.org(), seen.id(), seen.revision(), person));
        output.result(submitted, submitted.text());
        output.say("Next: ./fairpatch diff " + submitted.proposal() + ", then an approver runs ./fairpatch approve "
                + submitted.proposal() + " --as PERSON");
        return 0;
    }
}
