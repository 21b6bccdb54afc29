package io.fairpatch.cli;

import io.fairpatch.access.Action;
import io.fairpatch.commit.UndoLook;
import io.fairpatch.jobs.Undos;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.BeanLocator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Makes the proposal that takes a committed one back. */
@Command(
        name = "undo",
        description = {
            "Take a committed proposal back: make a proposal of the inverse moves.",
            "Nothing is written yet: a colleague approves it and a commit writes it, like any other proposal.",
            "Fields that somebody changed since the commit stay as they are; the command lists them."
        },
        mixinStandardHelpOptions = true)
public final class UndoCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final OnProposal on;

    public UndoCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.on = new OnProposal(house, keyboard);
        this.output = output;
    }

    /** What {@code --json} prints. */
    record Undone(
            String proposal,
            String undo,
            String state,
            int moves,
            int stamps,
            int fields,
            List<UndoLook.Stays> stays,
            List<String> sideEffects) {
        static Undone of(String proposal, ProposalSummary undo, UndoLook look) {
            return new Undone(
                    proposal,
                    undo.id(),
                    undo.state().words(),
                    undo.moves().total(),
                    undo.stamps().total(),
                    look.fields(),
                    look.stays(),
                    look.sideEffects());
        }

        String text() {
            return "Proposal " + undo + " takes back " + Words.count(fields, "field", "fields") + " of "
                    + Words.count(moves, "move", "moves") + " and " + Words.count(stamps, "stamp", "stamps") + " of "
                    + proposal + ". It waits for review.";
        }
    }

    @Override
    public Integer call() {
        OnProposal.Seat seat = on.take(Action.PROPOSE);
        Desk desk = seat.desk();
        ProposalSummary proposal = seat.proposal();
        var undos = desk.bean(Undos.class);
        output.say("Comparing the accounts of " + proposal.id() + " with "
                + desk.org().name());
        var look = undos.look(proposal.org(), proposal.id());
        output.say(text(look));
        on.confirm("yes");
        var undo = undos.propose(proposal.org(), proposal.id(), seat.person());
        var done = Undone.of(proposal.id(), undo, look);
        output.result(done, done.text());
        output.say("Next: a colleague runs ./fairpatch approve " + undo.id() + " --as PERSON, then ./fairpatch commit");
        return 0;
    }

    private static String text(UndoLook look) {
        var stays = look.stays().stream().limit(SHOWN).map(UndoCommand::line).collect(Collectors.joining());
        int hidden = Math.max(0, look.stays().size() - SHOWN);
        return Words.count(look.fields(), "field", "fields") + " of "
                + Words.count(look.lines().size(), "account", "accounts") + " can go back.\n"
                + (look.stays().isEmpty() ? "" : "Stays as it is:\n" + stays)
                + (hidden == 0 ? "" : "  ... and " + Words.count(hidden) + " more (--json lists every one)\n")
                + String.join("\n", look.sideEffects());
    }

    private static String line(UndoLook.Stays stays) {
        var field = stays.field() == null
                ? ""
                : " " + stays.field() + " = " + Words.plain(Objects.requireNonNullElse(stays.now(), "(empty)"));
        return "  " + Words.plain(stays.accountName()) + " (" + stays.account() + ")" + field + ": " + stays.why()
                + (stays.changedAt() == null ? "" : " (last change " + stays.changedAt() + ")") + "\n";
    }
}
