package io.fairpatch.cli;

import io.fairpatch.jobs.JobKind;
import io.micronaut.context.BeanLocator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verb that runs one job without options and prints its result: score. */
@Command(mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private final JobKind kind;
    private final String next;
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    private RunCommand(JobKind kind, String next, Supplier<BeanLocator> house, Output output) {
        this.kind = kind;
        this.next = next;
        this.house = house;
        this.output = output;
    }

    /** The verb {@code score}. */
    public static CommandLine score(Supplier<BeanLocator> house, Output output) {
        return line(
                new RunCommand(JobKind.SCORE, "./fairpatch plan", house, output),
                "Score every account of the last sync, 0 to 100, and sort them into tiers.");
    }

    private static CommandLine line(RunCommand command, String description) {
        var line = new CommandLine(command);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public Integer call() {
        var result = new JobClient(house.get(), output).run(kind, Map.of(), "command line");
        output.result(result, JobSentences.of(kind, result));
        output.say("Next: " + next);
        return 0;
    }
}
