package io.fairpatch.app.practice;

import io.fairpatch.app.wiring.Home;
import io.fairpatch.cli.Output;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import io.fairpatch.sandbox.org.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a Salesforce org on this machine until stopped. */
@Command(
        name = "sandbox",
        description = {
            "Run a Salesforce org on this machine, speaking the real protocol: the sf CLI, jsforce and Data Loader work"
                    + " on it unchanged. Once it answers, one line of JSON says how to sign in. Serves until stopped."
        },
        mixinStandardHelpOptions = true)
public final class SandboxCommand implements Callable<Integer> {
    private final Clock clock;
    private final Home home;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final PracticeOptions practice = new PracticeOptions();

    @Option(
            names = "--port",
            defaultValue = "8390",
            paramLabel = "P",
            description = "Port; 0 takes a free one (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--https", description = "Serve https with a certificate made at start; Data Loader needs it.")
    private boolean https;

    @Option(
            names = "--rate",
            split = ",",
            paramLabel = "query=ROWS,update=ROWS",
            description = "Most rows a second of bulk jobs.")
    private Map<String, Long> rate = Map.of();

    @Option(
            names = "--latency",
            defaultValue = "1.2",
            paramLabel = "SECONDS",
            description = "How long a bulk job takes at least (${DEFAULT-VALUE}).")
    private double latency;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Write what the generator planted to this file, as JSON.")
    private @Nullable Path truth;

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description = "Keep what is written in this file, and start from it the next time.")
    private @Nullable Path keep;

    @Option(
            names = "--bare",
            description = "Start without this product's fields and permission set, as an org before the install.")
    private boolean bare;

    public SandboxCommand(Clock clock, Home home, Output output) {
        this.clock = clock;
        this.home = home;
        this.output = output;
    }

    @Override
    public Integer call() throws InterruptedException {
        PracticeOrg org = practice.org(today());
        if (truth != null) {
            org.writeTruth(truth);
        }
        try (var sandbox = Sandbox.start(config(), org.load(), clock)) {
            sandbox.loaded().notes().forEach(output::say);
            output.json(sandbox.info());
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /** The day the data are made for; kept data stay as they were on their first day. */
    private LocalDate today() {
        var born = keep == null ? Optional.<Instant>empty() : Journal.born(keep);
        return LocalDate.ofInstant(born.orElseGet(clock::instant), clock.getZone());
    }

    private SandboxConfig config() {
        rate.keySet().stream()
                .filter(key -> !key.equals("query") && !key.equals("update"))
                .findFirst()
                .ifPresent(key -> {
                    throw Problem.of(ErrorCode.USAGE, "--rate does not know " + key)
                            .maybe("use: --rate query=ROWS,update=ROWS")
                            .exception();
                });
        try {
            var config = new SandboxConfig(
                            practice.host(),
                            port,
                            https,
                            practice.seed(),
                            rate.get("query"),
                            rate.get("update"),
                            Duration.ofMillis(Math.round(latency * 1000)),
                            home.folder("sandbox"))
                    .keptIn(keep);
            return bare ? config.withoutInstall() : config;
        } catch (IllegalArgumentException e) {
            throw Problem.of(ErrorCode.USAGE, "The sandbox can't be run like this")
                    .because(e.getMessage())
                    .maybe("see: ./fairpatch sandbox --help")
                    .exception(e);
        }
    }
}
