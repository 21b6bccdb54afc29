package io.fairpatch.cli;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.micronaut.context.BeanLocator;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What concerns our fields in the org. */
@Command(
        name = "fields",
        description = "Put our fields and permission sets into the org.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class FieldsCommand implements Runnable {
    private FieldsCommand() {}

    /** The verb with its own verbs. */
    public static CommandLine create(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        return new CommandLine(new FieldsCommand())
                .addSubcommand("deploy", new FieldsDeployCommand(house, keyboard, output));
    }

    @Override
    public void run() {
        throw Problem.of(ErrorCode.USAGE, "What to do with the fields is missing")
                .maybe("run: ./fairpatch fields deploy --dry-run")
                .exception();
    }
}
