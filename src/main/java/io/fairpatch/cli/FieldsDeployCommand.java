package io.fairpatch.cli;

import io.fairpatch.error.Category;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.install.Change;
import io.fairpatch.install.Changes;
import io.fairpatch.install.Installer;
import io.micronaut.context.BeanLocator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts our fields, permission sets and card into the org. */
@Command(
        name = "deploy",
        description = {
            "Add what the org lacks: the seven fields, three permission sets, the card and its feedback object.",
            "Shows the changes first. Changes no record. Safe to repeat."
        },
        mixinStandardHelpOptions = true)
final class FieldsDeployCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @Option(names = "--dry-run", description = "Only show the changes; exits 3 when there are any.")
    private boolean dryRun;

    @Option(names = "--again", description = "Send the package even when nothing is missing, as for a newer card.")
    private boolean again;

    @Option(
            names = "--assign",
            paramLabel = "USERNAME",
            description = "Also give this user the permission set Fairpatch Integration.")
    private @Nullable String assign;

    @Option(names = "--yes", description = "Don't ask; needed when not on a terminal.")
    private boolean yes;

    FieldsDeployCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    /** What {@code --json} prints. */
    record Deployed(
            String org,
            String orgId,
            boolean production,
            boolean dryRun,
            boolean deployed,
            int pending,
            List<Change> changes,
            @Nullable String assigned) {
        static Deployed of(Changes changes, boolean dryRun, boolean deployed, int pending, @Nullable String assigned) {
            return new Deployed(
                    changes.org().name(),
                    changes.org().id().value(),
                    changes.org().production(),
                    dryRun,
                    deployed,
                    pending,
                    changes.list(),
                    assigned);
        }
    }

    @Override
    public Integer call() {
        var installer = house.get().getBean(Installer.class);
        var changes = installer.changes();
        var shown = changes.list().stream().map(FieldsDeployCommand::line).collect(Collectors.joining());
        if (dryRun) {
            output.result(Deployed.of(changes, true, false, changes.list().size(), null), shown + changes.sentence());
            return changes.none() ? 0 : Category.PENDING.exitCode();
        }
        boolean send = !changes.none() || again;
        if (send || assign != null) {
            output.say(
                    shown + changes.sentence() + (assign == null ? "" : "\nFairpatch Integration for " + assign + "."));
            keyboard.confirm(yes, changes.org().production() ? changes.org().name() : "yes");
        }
        if (send) {
            requireNothingLeft(installer.deploy(changes, "command line"));
        }
        if (assign != null) {
            installer.assign(assign, "command line");
        }
        output.result(Deployed.of(changes, false, send, 0, assign), done(changes, send));
        output.say("Next: ./fairpatch doctor");
        return 0;
    }

    private String done(Changes changes, boolean sent) {
        var assigned = assign == null ? "" : " " + assign + " has Fairpatch Integration.";
        return (sent
                        ? changes.org().name() + " has taken it: all fields and permissions are there."
                        : changes.sentence())
                + assigned;
    }

    private static void requireNothingLeft(Changes left) {
        if (!left.none()) {
            throw Problem.of(ErrorCode.ORG_DEPLOY_FAILED, "The org took the package, but something is still missing")
                    .because(left.list().stream().map(Change::what).limit(5).collect(Collectors.joining("; ")))
                    .maybe("run it again as an admin, who sees every field and permission set")
                    .exception();
        }
    }

    private static String line(Change change) {
        return String.format("+ %-14s  %s%n", change.kind().words(), Words.plain(change.what()));
    }
}
