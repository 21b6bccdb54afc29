package io.fairpatch.cli;

import io.fairpatch.access.Action;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.Selection;
import io.micronaut.context.BeanLocator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Decides on moves of a proposal. */
@Command(
        name = "decide",
        description = {
            "Decide on moves of a proposal: some, those of a main reason, or all that nobody decided on yet.",
            "Who decides follows the kind of change, as write-policy.yml says. What is not yours to decide is left."
        },
        mixinStandardHelpOptions = true)
public final class DecideCommand implements Callable<Integer> {
    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final OnProposal on;

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--decision", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private Decision decision = Decision.UNDECIDED;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why; a decline must say.")
    private @Nullable String note;

    public DecideCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.on = new OnProposal(house, keyboard);
        this.output = output;
    }

    private static final class Which {
        @Option(
                names = "--account",
                split = ",",
                paramLabel = "ID",
                converter = AccountId.class,
                description = "Moves of these accounts.")
        private List<SalesforceId> accounts = List.of();

        @Option(names = "--reason", paramLabel = "REASON", description = "Open moves of this main reason.")
        private @Nullable String reason;

        @Option(names = "--all", description = "Every open move.")
        private boolean all;

        String words() {
            if (!accounts.isEmpty()) {
                return Words.count(accounts.size(), "move", "moves");
            }
            return reason == null ? "every open move" : "every open move for the reason " + Words.plain(reason);
        }

        Selection selection() {
            return accounts.isEmpty()
                    ? Selection.matching(
                            new LineFilter(null, null, reason, LineKind.MOVE, Decision.UNDECIDED, null, null, null))
                    : Selection.of(accounts);
        }
    }

    private static final class AccountId implements CommandLine.ITypeConverter<SalesforceId> {
        @Override
        public SalesforceId convert(String text) {
            return SalesforceId.parse(text)
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "'" + text + "' is no id of 15 or 18 letters and digits"));
        }
    }

    /** What {@code --json} prints: moves by what the decision did to them. */
    record Decided(String proposal, Decision decision, int changed, int heard, int left, int contested) {
        String text() {
            return Words.count(changed, "move is ", "moves are ") + word(decision) + " now; " + count(heard)
                    + " for someone else's word too, " + contested + " contested now, " + left
                    + " left: not yours to decide.";
        }

        private static String count(int heard) {
            return heard == 1 ? "1 waits" : heard + " wait";
        }
    }

    private static String word(Decision decision) {
        return decision.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Integer call() {
        OnProposal.Seat seat = on.take(Action.VIEW_PROPOSALS);
        var seen = seat.proposal();
        output.say("Proposal " + seen.id() + ": " + which.words() + " will be " + word(decision)
                + ", as far as it is yours to decide.");
        on.confirm("yes");
        var done = seat.desk()
                .bean(ProposalService.class)
                .decide(seen.org(), seen.id(), seen.revision(), which.selection(), decision, note, seat.person());
        var decided = new Decided(seen.id(), decision, done.changed(), done.heard(), done.left(), done.contested());
        output.result(decided, decided.text());
        return 0;
    }
}
