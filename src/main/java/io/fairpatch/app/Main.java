package io.fairpatch.app;

import io.fairpatch.app.demo.DemoCommand;
import io.fairpatch.app.practice.SandboxCommand;
import io.fairpatch.cli.FairpatchCommand;
import io.fairpatch.cli.Output;
import io.fairpatch.cli.PlanCommand;
import io.fairpatch.cli.RunCommand;
import io.fairpatch.cli.SolveCommand;
import io.fairpatch.error.Category;
import io.fairpatch.jobs.JobKind;
import io.micronaut.context.BeanLocator;
import java.time.Clock;
import java.util.function.Supplier;
import picocli.CommandLine;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        var resources = new Resources();
        Runtime.getRuntime().addShutdownHook(new Thread(resources::close, "shutdown"));
        int code = commandLine(Environment.ofProcess(), Clock.systemUTC(), Output.standard(), resources)
                .execute(args);
        System.exit(resources.closing() ? Category.INTERRUPTED.exitCode() : code);
    }

    /** All commands on one home folder; what they leave open is kept in {@code resources}. */
    static CommandLine commandLine(Environment environment, Clock clock, Output output, Resources resources) {
        var home = Home.of(environment.variables());
        Supplier<BeanLocator> house = new Installation(home, environment, resources)::beans;
        return FairpatchCommand.create(output, resources::closing)
                .addSubcommand("demo", new DemoCommand(home, environment, resources, clock, output))
                .addSubcommand("sandbox", new SandboxCommand(clock, home, output))
                .addSubcommand("serve", new ServeCommand(home, environment, resources, output))
                .addSubcommand("solve", new SolveCommand(output))
                .addSubcommand("sync", new RunCommand(JobKind.SYNC, house, output))
                .addSubcommand("score", new RunCommand(JobKind.SCORE, house, output))
                .addSubcommand("plan", new PlanCommand(house, output))
                .addSubcommand("propose", new RunCommand(JobKind.PROPOSE, house, output));
    }
}
