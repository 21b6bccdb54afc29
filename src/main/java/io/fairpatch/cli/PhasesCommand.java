package io.fairpatch.cli;

import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.Phase;
import io.fairpatch.review.PhasePlan;
import io.fairpatch.review.Phases;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.Selection;
import io.micronaut.context.BeanLocator;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Parts a proposal into phases, or shows those it has. */
@Command(
        name = "phases",
        description = {
            "Part a proposal so that its moves are written step by step.",
            "Each phase is a proposal with its own day, review, approval, commit and undo; parted, all are drafts to "
                    + "submit. Without a choice it shows the phases there are."
        },
        mixinStandardHelpOptions = true)
public final class PhasesCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final Desk.WhichProposal which = new Desk.WhichProposal();

    @ArgGroup
    private @Nullable Choice choice;

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description = "Who parts it; FAIRPATCH_TOKEN holds a token of theirs.")
    private @Nullable String person;

    public PhasesCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    /** Either all moves are spread, or some wait. */
    private static final class Choice {
        @ArgGroup(exclusive = false)
        private @Nullable Spread spread;

        @ArgGroup(exclusive = false)
        private @Nullable Later later;
    }

    private static final class Spread {
        @Option(names = "--count", required = true, paramLabel = "N", description = "How many phases, 2 to 12.")
        private int count;

        @Option(names = "--every", paramLabel = "DAYS", description = "Days from one to the next (default: 30).")
        private int every = 30;

        @Option(names = "--order", description = "What goes first: ${COMPLETION-CANDIDATES} (default: LOW_GROWTH).")
        private PhasePlan.Order order = PhasePlan.Order.LOW_GROWTH;

        @Option(names = "--tenured", description = "Only accounts that leave a rep past the ramp wait.")
        private boolean tenured;
    }

    private static final class Later {
        @Option(names = "--until", required = true, paramLabel = "DAY", description = "The day they wait for.")
        private LocalDate day = LocalDate.EPOCH;

        @Option(names = "--reason", paramLabel = "REASON", description = "Moves of this main reason wait.")
        private @Nullable String reason;

        @Option(names = "--text", paramLabel = "TEXT", description = "Moves in which this is found wait.")
        private @Nullable String text;
    }

    /** What {@code --json} prints. */
    record Parted(List<Phase> phases) {}

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        var proposal = desk.proposal(which);
        var phases = desk.bean(Phases.class);
        List<Phase> all =
                choice == null ? phases.of(desk.orgId(), proposal.id()) : part(desk, phases, proposal, choice);
        output.result(new Parted(all), text(proposal, all));
        all.stream()
                .filter(phase -> phase.state() == ProposalState.DRAFT)
                .findFirst()
                .ifPresent(draft -> output.say("Next: ./fairpatch submit " + draft.proposal()
                        + " --as PERSON; each phase is submitted, approved and committed by itself"));
        return 0;
    }

    private List<Phase> part(Desk desk, Phases phases, ProposalSummary seen, Choice asked) {
        var who = desk.person(Desk.needed("--as", person), keyboard);
        Spread spread = asked.spread;
        if (spread != null) {
            var plan = new PhasePlan(spread.order, spread.count, spread.every, spread.tenured);
            return phases.spread(seen.org(), seen.id(), seen.revision(), plan, who);
        }
        Later later = asked.later;
        return later == null
                ? List.of()
                : phases.later(seen.org(), seen.id(), seen.revision(), selection(later), later.day, who);
    }

    private static Selection selection(Later later) {
        return Selection.matching(
                new LineFilter(null, null, later.reason, LineKind.MOVE, null, later.text, null, null));
    }

    private static String text(ProposalSummary proposal, List<Phase> phases) {
        if (phases.isEmpty()) {
            return "Proposal " + proposal.id() + " stands alone: it has no phases.";
        }
        return phases.stream().map(PhasesCommand::line).collect(Collectors.joining("\n"));
    }

    private static String line(Phase phase) {
        return String.format(
                Locale.ROOT,
                "Phase %d  %s  from %s  %s  %s, fullest over emptiest book then %.2f",
                phase.number(),
                phase.proposal(),
                phase.effective(),
                phase.state().words(),
                Words.count(phase.moves(), "move", "moves"),
                phase.spreadAfter());
    }
}
