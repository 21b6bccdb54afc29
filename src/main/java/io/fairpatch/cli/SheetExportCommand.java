package io.fairpatch.cli;

import io.fairpatch.review.sheet.MoveSheets;
import io.micronaut.context.BeanLocator;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the moves of a proposal to a spreadsheet. */
@Command(
        name = "export",
        description = "Write the moves of a proposal to a spreadsheet: XLSX, or CSV when FILE ends in .csv.",
        mixinStandardHelpOptions = true)
public final class SheetExportCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final Desk.WhichProposal which = new Desk.WhichProposal();

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write (default: PROPOSAL.xlsx).")
    private @Nullable Path out;

    public SheetExportCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    /** What {@code --json} prints. */
    record Exported(String proposal, String file) {}

    @Override
    public Integer call() {
        TableFiles.requireKind(out);
        var desk = new Desk(house.get());
        var proposal = desk.proposal(which);
        Path file = out == null ? Path.of(proposal.id() + ".xlsx") : out;
        OutFile.write(file, target -> {
            var sheets = desk.bean(MoveSheets.class);
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                sheets.csv(desk.orgId(), proposal.id(), target);
            } else {
                sheets.xlsx(desk.orgId(), proposal.id(), target);
            }
        });
        output.result(new Exported(proposal.id(), file.toString()), "Wrote " + file + ".");
        output.say("Next: change targets and decisions, then ./fairpatch sheet import " + file + " --as PERSON");
        return 0;
    }
}
