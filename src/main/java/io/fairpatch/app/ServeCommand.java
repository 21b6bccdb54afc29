package io.fairpatch.app;

import io.fairpatch.app.wiring.Environment;
import io.fairpatch.app.wiring.Home;
import io.fairpatch.app.wiring.House;
import io.fairpatch.app.wiring.Installation;
import io.fairpatch.app.wiring.Resources;
import io.fairpatch.cli.Output;
import io.fairpatch.jobs.Jobs;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the service on {@code connector-config/}. */
@Command(
        name = "serve",
        description = "Run the service on connector-config/: pages, API and jobs, until stopped.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private final Home home;
    private final Environment environment;
    private final Resources resources;

    @CommandLine.Mixin
    private final Output output;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "P",
            description = "Port; 0 takes a free one (${DEFAULT-VALUE}).")
    private int port;

    ServeCommand(Home home, Environment environment, Resources resources, Output output) {
        this.home = home;
        this.environment = environment;
        this.resources = resources;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        var house = new Installation(home, environment, resources).open(new House.Address(host, port));
        var pages = house.serve();
        house.beans().getBean(Jobs.class).start();
        output.result(Map.of("url", pages.toString()), "Serving at " + pages);
        new CountDownLatch(1).await();
        return 0;
    }
}
