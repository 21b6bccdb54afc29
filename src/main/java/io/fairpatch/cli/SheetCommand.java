package io.fairpatch.cli;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.micronaut.context.BeanLocator;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The moves of a proposal as a spreadsheet: out and back. */
@Command(
        name = "sheet",
        description = "Take the moves of a proposal out to a spreadsheet, and bring them back.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class SheetCommand implements Runnable {
    private SheetCommand() {}

    /** The verb with its two directions. */
    public static CommandLine create(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        return new CommandLine(new SheetCommand())
                .addSubcommand("export", new SheetExportCommand(house, output))
                .addSubcommand("import", new SheetImportCommand(house, keyboard, output));
    }

    @Override
    public void run() {
        throw Problem.of(ErrorCode.USAGE, "What to do with the spreadsheet is missing")
                .maybe("run: ./fairpatch sheet export")
                .exception();
    }
}
