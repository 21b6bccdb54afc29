package io.fairpatch.app.demo;

import io.fairpatch.app.practice.PracticeOptions;
import io.fairpatch.app.wiring.Environment;
import io.fairpatch.app.wiring.Home;
import io.fairpatch.app.wiring.Resources;
import io.fairpatch.cli.Output;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries the product: a practice org, the whole job on it, and the pages to review it. */
@Command(
        name = "demo",
        description = {
            "Try Fairpatch on a practice org: copies, scores, plans and proposes, then serves the review page.",
            "What you do there is kept for the next start."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private final Home home;
    private final Environment environment;
    private final Resources resources;
    private final Clock clock;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final PracticeOptions practice = new PracticeOptions();

    @Option(
            names = "--org",
            paramLabel = "URL",
            description =
                    "Use this running org instead; signs in with FAIRPATCH_ORG_CLIENT_ID and _SECRET. Never a production org.")
    private @Nullable String org;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port of the pages; 0 takes a free one (default: 8080, headless 0).")
    private @Nullable Integer port;

    @Option(
            names = "--headless",
            description = "Nobody at the screen: two demo people approve, one commits, the org is read back.")
    private boolean headless;

    @Option(names = "--hold", description = "With --headless: keep org and pages up afterwards, until stopped.")
    private boolean hold;

    public DemoCommand(Home home, Environment environment, Resources resources, Clock clock, Output output) {
        this.home = home;
        this.environment = environment;
        this.resources = resources;
        this.clock = clock;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (org != null && practice.namesData()) {
            throw Problem.of(ErrorCode.USAGE, "--org and --data exclude each other")
                    .because("--data fills a practice org, --org uses a running one")
                    .maybe("leave one of them away")
                    .exception();
        }
        var ports = port != null ? port : headless ? 0 : 8080;
        var options = new DemoOptions(practice, org, ports, headless, hold);
        return new Demo(options, home, environment, resources, clock, output).run();
    }
}
