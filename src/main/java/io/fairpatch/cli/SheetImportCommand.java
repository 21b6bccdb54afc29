package io.fairpatch.cli;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Edits;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.RoundTrip;
import io.fairpatch.review.sheet.SheetFiles;
import io.micronaut.context.BeanLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a spreadsheet of moves back. */
@Command(
        name = "import",
        description = {
            "Bring a spreadsheet of moves back, XLSX or CSV: decisions are made, other targets tried out.",
            "Every line's fate is printed. What someone changed since the export is left alone."
        },
        mixinStandardHelpOptions = true)
public final class SheetImportCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(index = "0", paramLabel = "FILE", description = "The file that was exported and worked on.")
    private Path file = Path.of("");

    @Option(names = "--proposal", paramLabel = "PROPOSAL", description = "Id of the proposal (default: the newest).")
    private @Nullable String proposal;

    @CommandLine.Mixin
    private final Desk.Acting acting = new Desk.Acting();

    @Option(names = "--save", description = "Save the targets tried out as the next version.")
    private boolean save;

    public SheetImportCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    /** What {@code --json} prints. */
    record Taken(String proposal, int version, long taken, List<RoundTrip.Fate> lines) {
        String text() {
            var each = lines.stream()
                    .filter(fate -> !fate.sentence().equals("As it was."))
                    .map(fate -> "line " + fate.number() + "  " + Words.plain(fate.account()) + ": "
                            + Words.plain(fate.sentence()) + "\n")
                    .collect(Collectors.joining());
            return each + taken + " of " + Words.count(lines.size(), "line was", "lines were") + " taken.";
        }
    }

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        Person person = desk.person(acting, keyboard);
        if (!person.may(Action.DECIDE_ANY)) {
            Rights.require(person, Action.EDIT);
        }
        SalesforceId org = desk.orgId();
        var queries = desk.bean(ProposalQueries.class);
        var seen = desk.proposal(proposal);
        var lines = SheetFiles.read(bytes());
        var fates = lines.fates(desk.bean(RoundTrip.class).take(org, seen.id(), seen.revision(), lines.rows(), person));
        var now = queries.get(org, seen.id());
        if (save
                && !desk.bean(Edits.class)
                        .current(org, seen.id(), person)
                        .edits()
                        .isEmpty()) {
            now = desk.bean(Edits.class).save(org, seen.id(), now.revision(), person);
        }
        var taken = new Taken(
                now.id(),
                now.version(),
                fates.stream().filter(RoundTrip.Fate::good).count(),
                fates);
        output.result(taken, taken.text());
        if (now.state() == ProposalState.DRAFT) {
            output.say(
                    "Version " + now.version() + " is a draft. Next: ./fairpatch submit " + now.id() + " --as PERSON");
        }
        return 0;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_INVALID, "The file can't be read")
                    .at(file.toString())
                    .because(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .maybe("check the path; it is taken from where the command runs")
                    .exception(e);
        }
    }
}
