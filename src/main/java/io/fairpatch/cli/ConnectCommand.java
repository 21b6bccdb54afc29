package io.fairpatch.cli;

import io.fairpatch.access.Secrets;
import io.fairpatch.install.Connecting;
import io.fairpatch.jobs.CurrentOrg;
import io.micronaut.context.BeanLocator;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Connects the org by signing in at its own page. */
@Command(
        name = "connect",
        description = {
            "Connect the org by signing in at its own page (signIn.flow: web).",
            "Prints the address to open in a browser on this machine, then waits for you."
        },
        mixinStandardHelpOptions = true)
public final class ConnectCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @Option(
            names = "--port",
            defaultValue = "1717",
            paramLabel = "P",
            description = "Port of the callback http://localhost:P/org/callback, as registered with the app"
                    + " (${DEFAULT-VALUE}).")
    private int port;

    public ConnectCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    /** What {@code --json} prints; never a token. */
    record Connected(String org, String orgId, boolean production, String instanceUrl, String userId) {}

    @Override
    public Integer call() throws InterruptedException {
        var connecting = house.get().getBean(Connecting.class);
        try (var callback = Callback.listen(port)) {
            var page = connecting.begin(callback.address(), "command line");
            output.say("Open this page and allow Fairpatch:\n\n  " + page + "\n\nWaiting for you (Ctrl-C stops) ...");
            var grant = callback.await(connecting);
            var org = house.get().getBean(CurrentOrg.class).connect();
            output.result(
                    new Connected(
                            org.name(),
                            org.id().value(),
                            org.production(),
                            org.instanceUrl(),
                            grant.userId().value()),
                    "Connected to " + org.name() + " (" + (org.production() ? "production" : "sandbox") + ").");
        }
        output.say("The grant is kept encrypted as " + Secrets.REFRESH_TOKEN + ". Next: ./fairpatch doctor");
        return 0;
    }
}
