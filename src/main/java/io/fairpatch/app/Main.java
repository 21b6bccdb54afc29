package io.fairpatch.app;

import io.fairpatch.app.demo.DemoCommand;
import io.fairpatch.app.practice.SandboxCommand;
import io.fairpatch.cli.ApproveCommand;
import io.fairpatch.cli.CommitCommand;
import io.fairpatch.cli.DiffCommand;
import io.fairpatch.cli.ExportCommand;
import io.fairpatch.cli.FairpatchCommand;
import io.fairpatch.cli.InitCommand;
import io.fairpatch.cli.Keyboard;
import io.fairpatch.cli.Output;
import io.fairpatch.cli.PeopleCommand;
import io.fairpatch.cli.PlanCommand;
import io.fairpatch.cli.RunCommand;
import io.fairpatch.cli.SolveCommand;
import io.fairpatch.cli.SyncCommand;
import io.fairpatch.cli.TokenCommand;
import io.fairpatch.error.Category;
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

    /** The whole command line, as one process runs it; {@code resources} is closed when the command has ended. */
    public static CommandLine commandLine(Environment environment, Clock clock, Output output, Resources resources) {
        var home = Home.of(environment.variables());
        var installation = new Installation(home, environment, resources);
        Supplier<BeanLocator> house = installation::beans;
        var line = FairpatchCommand.create(output, resources::closing)
                .addSubcommand("demo", new DemoCommand(home, environment, resources, clock, output))
                .addSubcommand("sandbox", new SandboxCommand(clock, home, output))
                .addSubcommand("serve", new ServeCommand(home, environment, resources, output))
                .addSubcommand("init", new InitCommand(installation.configFolder(), output))
                .addSubcommand("sync", new SyncCommand(house, output))
                .addSubcommand("score", RunCommand.score(house, output))
                .addSubcommand("plan", new PlanCommand(house, output))
                .addSubcommand("propose", RunCommand.propose(house, output));
        var keyboard = new Keyboard(environment.variables(), System.console());
        return reviewing(line, house, keyboard, output)
                .addSubcommand("solve", new SolveCommand(output))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static CommandLine reviewing(
            CommandLine line, Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        return line.addSubcommand("diff", new DiffCommand(house, output))
                .addSubcommand("approve", new ApproveCommand(house, keyboard, output))
                .addSubcommand("commit", new CommitCommand(house, keyboard, output))
                .addSubcommand("export", new ExportCommand(house, output))
                .addSubcommand("people", PeopleCommand.create(house, keyboard, output))
                .addSubcommand("token", new TokenCommand(house, keyboard, output));
    }
}
