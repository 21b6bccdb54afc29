package io.fairpatch.cli;

import io.fairpatch.commit.PendingWrite;
import io.fairpatch.commit.PendingWrites;
import io.fairpatch.error.Category;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.BeanLocator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what a proposal would still change; exits 3 when that is anything. */
@Command(
        name = "diff",
        description = {
            "Show what a proposal would still change in the org, compared with the copy it was planned on.",
            "Exits 3 when changes are pending, 0 when there are none."
        },
        mixinStandardHelpOptions = true)
public final class DiffCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final Desk.WhichProposal which = new Desk.WhichProposal();

    @Option(names = "--all", description = "List every account, not only the first " + SHOWN + ".")
    private boolean all;

    public DiffCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    /** What {@code --json} prints; every change, whatever {@code --all} says. */
    record Difference(String proposal, int version, String state, int moves, int stamps, List<PendingWrite> changes) {
        String summary() {
            return changes.isEmpty()
                    ? "Proposal " + proposal + " (" + state + ") has nothing more to change."
                    : "Proposal " + proposal + " (" + state + ") would change "
                            + Words.count(changes.size(), "account", "accounts") + ": "
                            + Words.count(moves, "move", "moves") + ", " + Words.count(stamps, "stamp", "stamps") + ".";
        }
    }

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        var proposal = desk.proposal(which);
        var pending = desk.bean(PendingWrites.class).of(proposal);
        var difference = difference(proposal, pending);
        output.result(difference, text(difference));
        return pending.isEmpty() ? 0 : Category.PENDING.exitCode();
    }

    private static Difference difference(ProposalSummary proposal, List<PendingWrite> pending) {
        int moves = (int)
                pending.stream().filter(write -> write.kind() == LineKind.MOVE).count();
        return new Difference(
                proposal.id(), proposal.version(), proposal.state().words(), moves, pending.size() - moves, pending);
    }

    private String text(Difference difference) {
        var listed = difference.changes().stream()
                .limit(all ? Long.MAX_VALUE : SHOWN)
                .map(DiffCommand::account)
                .collect(Collectors.joining());
        int hidden = all ? 0 : Math.max(0, difference.changes().size() - SHOWN);
        var more = hidden == 0
                ? ""
                : "... and " + Words.count(hidden, "more account", "more accounts") + " (--all lists every one)\n";
        return listed + more + difference.summary();
    }

    private static String account(PendingWrite write) {
        var head = "~ " + Words.plain(write.accountName()) + " (" + write.account() + ")  "
                + switch (write.kind()) {
                    case MOVE -> from(write) + " to " + Words.plain(write.toName());
                    case STAMP -> "stays with " + Words.plain(write.toName());
                }
                + "\n";
        return head + write.fields().stream().map(DiffCommand::field).collect(Collectors.joining());
    }

    private static String from(PendingWrite write) {
        return write.fromName() == null ? "from nobody" : "from " + Words.plain(write.fromName());
    }

    private static String field(PendingWrite.FieldChange change) {
        return String.format(
                "    %s %-27s %s -> %s%n",
                change.before() == null ? "+" : "~",
                change.field(),
                Words.plain(change.before()),
                Words.plain(change.after()));
    }
}
