package io.fairpatch.cli;

import io.fairpatch.access.Secrets;
import io.fairpatch.access.Vault;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.AuditTrail;
import io.fairpatch.jobs.CurrentOrg;
import io.micronaut.context.BeanLocator;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the secrets kept for the org; its verbs keep and forget them. */
@Command(
        name = "secrets",
        description = "List the secrets that are kept encrypted for the org: their names, never their text.",
        mixinStandardHelpOptions = true)
public final class SecretsCommand implements Callable<Integer> {
    static final String ACTOR = "command line";

    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    private SecretsCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    /** The verb with its own verbs. */
    public static CommandLine create(Supplier<BeanLocator> house, Keyboard keyboard, Output output, InputStream in) {
        return new CommandLine(new SecretsCommand(house, output))
                .addSubcommand("put", new SecretsPutCommand(house, keyboard, output, in))
                .addSubcommand("remove", new Remove(house, output));
    }

    @Override
    public Integer call() {
        var kept = house.get().getBean(Secrets.class).list();
        output.result(
                Map.of("secrets", kept),
                kept.isEmpty()
                        ? "No secret is kept for this org."
                        : kept.stream().map(SecretsCommand::line).collect(Collectors.joining("\n")));
        return 0;
    }

    /** Adds a line to the audit log; before the first connection there is no org that it could be of. */
    static void note(BeanLocator beans, String action, String name) {
        beans.getBean(CurrentOrg.class).known().ifPresent(org -> beans.getBean(AuditTrail.class)
                .note(org.id(), ACTOR, action, name, Map.of()));
    }

    private static String line(Vault.Kept kept) {
        return String.format("%-20s kept %s by %s", kept.name(), kept.keptAt(), kept.keptBy());
    }

    /** Forgets a secret. */
    @Command(name = "remove", description = "Forget a secret.", mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {
        private final Supplier<BeanLocator> house;

        @CommandLine.Mixin
        private final Output output;

        @Parameters(paramLabel = "NAME", description = "Which one.")
        private String name = "";

        Remove(Supplier<BeanLocator> house, Output output) {
            this.house = house;
            this.output = output;
        }

        @Override
        public Integer call() {
            var beans = house.get();
            if (!beans.getBean(Secrets.class).remove(name)) {
                throw Problem.of(ErrorCode.USAGE, "No secret " + name + " is kept for this org")
                        .maybe("run ./fairpatch secrets, which lists them")
                        .exception();
            }
            note(beans, "secret.forget", name);
            output.result(Map.of("removed", List.of(name)), "The secret " + name + " is forgotten.");
            return 0;
        }
    }
}
