package io.fairpatch.cli;

import io.fairpatch.error.Category;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: one verb a use case. */
@Command(
        name = "fairpatch",
        description = "Balanced sales territories for Salesforce, written back only as approved.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = CommandLine.HelpCommand.class,
        mixinStandardHelpOptions = true,
        version = "Fairpatch 0.1.0",
        footer = {
            "",
            "Of the launcher ./fairpatch:",
            "  verify [--long]  Run everything we check, the browser included.",
            "  bench [NAME]     Measure a figure beside its peer or limit; without a name, list them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a fault of ours",
            "2:bad usage, configuration or input",
            "3:changes pending, or no feasible plan (diff, fields deploy --dry-run, plan, solve)",
            "4:the org drifted from what was planned on",
            "5:partly committed",
            "6:sign-in failed or a right is missing",
            "7:a limit was reached or a server is busy: try later",
            "8:refused by policy",
            "130:interrupted"
        })
public final class FairpatchCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FairpatchCommand.class);

    /**
     * The command line without verbs; the caller adds them.
     *
     * @param stopping whether the process is on its way out, so that a failing command says nothing
     */
    public static CommandLine create(Output output, BooleanSupplier stopping) {
        var line = new CommandLine(new FairpatchCommand());
        line.setParameterExceptionHandler((problem, args) -> badUsage(problem, List.of(args), output));
        line.setExecutionExceptionHandler((problem, command, parsed) ->
                stopping.getAsBoolean() ? Category.INTERRUPTED.exitCode() : failed(problem, output));
        return line;
    }

    @Override
    public void run() {
        throw Problem.of(ErrorCode.USAGE, "A command is missing")
                .maybe("start with: ./fairpatch demo")
                .exception();
    }

    private static int badUsage(ParameterException problem, List<String> args, Output output) {
        var command = problem.getCommandLine().getCommandSpec().qualifiedName();
        var told = Problem.of(ErrorCode.USAGE, String.valueOf(problem.getMessage()))
                .maybe("see: ./" + command + " --help");
        // the line was not understood, so its flags were not taken either
        output.json |= args.contains("--json");
        output.problem(told);
        return Category.INPUT.exitCode();
    }

    /** The boundary of all commands: a user never sees a stack trace, the log does. */
    private static int failed(Exception problem, Output output) {
        var known = FairpatchException.within(problem);
        if (known.isPresent()) {
            output.problem(known.get().problem());
            return known.get().code().category().exitCode();
        }
        LOG.error("The command failed by a fault of ours", problem);
        output.problem(Problem.of(ErrorCode.INTERNAL, "The command failed by a fault of ours")
                .because(problem.getClass().getSimpleName())
                .maybe("send us the log in FAIRPATCH_HOME/logs"));
        return Category.INTERNAL.exitCode();
    }
}
