package io.fairpatch.app;

import io.fairpatch.app.demo.DemoCommand;
import io.fairpatch.app.practice.SandboxCommand;
import io.fairpatch.app.wiring.Environment;
import io.fairpatch.app.wiring.Home;
import io.fairpatch.app.wiring.Installation;
import io.fairpatch.app.wiring.OtherOrg;
import io.fairpatch.app.wiring.Resources;
import io.fairpatch.cli.AccountsCommand;
import io.fairpatch.cli.ApproveCommand;
import io.fairpatch.cli.CommitCommand;
import io.fairpatch.cli.CompareCommand;
import io.fairpatch.cli.ConnectCommand;
import io.fairpatch.cli.DecideCommand;
import io.fairpatch.cli.DiffCommand;
import io.fairpatch.cli.DigestCommand;
import io.fairpatch.cli.DoctorCommand;
import io.fairpatch.cli.ExportCommand;
import io.fairpatch.cli.FairpatchCommand;
import io.fairpatch.cli.FieldsCommand;
import io.fairpatch.cli.ImportCommand;
import io.fairpatch.cli.InitCommand;
import io.fairpatch.cli.Keyboard;
import io.fairpatch.cli.LearnedCommand;
import io.fairpatch.cli.Output;
import io.fairpatch.cli.PeopleCommand;
import io.fairpatch.cli.PhasesCommand;
import io.fairpatch.cli.PlanCommand;
import io.fairpatch.cli.ProposeCommand;
import io.fairpatch.cli.QuestionsCommand;
import io.fairpatch.cli.ReadinessCommand;
import io.fairpatch.cli.ReportCommand;
import io.fairpatch.cli.RunCommand;
import io.fairpatch.cli.SecretsCommand;
import io.fairpatch.cli.SheetCommand;
import io.fairpatch.cli.SolveCommand;
import io.fairpatch.cli.SubmitCommand;
import io.fairpatch.cli.SyncCommand;
import io.fairpatch.cli.TokenCommand;
import io.fairpatch.cli.UndoCommand;
import io.fairpatch.cli.WatchCommand;
import io.fairpatch.cli.WeightsCommand;
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
        var environment = Environment.ofProcess();
        var installation = new Installation(Home.of(environment.variables()), environment, resources);
        var output = Output.standard();
        int code =
                output.code(commandLine(installation, Clock.systemUTC(), output).execute(args));
        System.exit(resources.closing() ? Category.INTERRUPTED.exitCode() : code);
    }

    /** The command line of one command: each process, and each run in a test, has its own. */
    public static CommandLine commandLine(Installation installation, Clock clock, Output output) {
        var home = installation.home();
        var environment = installation.environment();
        var resources = installation.resources();
        Supplier<BeanLocator> house = () -> told(installation.beans(), output);
        var line = FairpatchCommand.create(output, resources::closing)
                .addSubcommand("demo", new DemoCommand(home, environment, resources, clock, output))
                .addSubcommand("sandbox", new SandboxCommand(clock, home, output))
                .addSubcommand("serve", new ServeCommand(home, environment, resources, output))
                .addSubcommand("init", new InitCommand(installation.configFolder(), output))
                .addSubcommand("connect", new ConnectCommand(house, output))
                .addSubcommand("doctor", new DoctorCommand(house, output))
                .addSubcommand("sync", new SyncCommand(house, output))
                .addSubcommand("score", RunCommand.score(house, output))
                .addSubcommand("plan", new PlanCommand(house, output))
                .addSubcommand("compare", new CompareCommand(house, output))
                .addSubcommand("propose", new ProposeCommand(house, output));
        var keyboard = new Keyboard(environment.variables(), System.console());
        return looking(reviewing(line, house, keyboard, output), house, keyboard, output)
                .addSubcommand("solve", new SolveCommand(output))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    private static BeanLocator told(BeanLocator beans, Output output) {
        OtherOrg.sentence(beans).ifPresent(output::say);
        return beans;
    }

    private static CommandLine looking(
            CommandLine line, Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        return line.addSubcommand("accounts", new AccountsCommand(house, output))
                .addSubcommand("report", new ReportCommand(house, output))
                .addSubcommand("weights", new WeightsCommand(house, keyboard, output))
                .addSubcommand("learned", new LearnedCommand(house, keyboard, output))
                .addSubcommand("questions", new QuestionsCommand(house, keyboard, output));
    }

    private static CommandLine reviewing(
            CommandLine line, Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        return line.addSubcommand("import", new ImportCommand(house, keyboard, output))
                .addSubcommand("readiness", new ReadinessCommand(house, output))
                .addSubcommand("submit", new SubmitCommand(house, keyboard, output))
                .addSubcommand("diff", new DiffCommand(house, output))
                .addSubcommand("decide", new DecideCommand(house, keyboard, output))
                .addSubcommand("approve", new ApproveCommand(house, keyboard, output))
                .addSubcommand("commit", new CommitCommand(house, keyboard, output))
                .addSubcommand("undo", new UndoCommand(house, keyboard, output))
                .addSubcommand("export", new ExportCommand(house, output))
                .addSubcommand("fields", FieldsCommand.create(house, keyboard, output))
                .addSubcommand("secrets", SecretsCommand.create(house, keyboard, output, System.in))
                .addSubcommand("sheet", SheetCommand.create(house, keyboard, output))
                .addSubcommand("phases", new PhasesCommand(house, keyboard, output))
                .addSubcommand("watch", new WatchCommand(house, output))
                .addSubcommand("digest", new DigestCommand(house, keyboard, output))
                .addSubcommand("people", PeopleCommand.create(house, keyboard, output))
                .addSubcommand("token", new TokenCommand(house, keyboard, output));
    }
}
