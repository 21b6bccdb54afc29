package io.fairpatch.app.demo;

import io.fairpatch.app.practice.PracticeOrg;
import io.fairpatch.app.wiring.Environment;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The org that the demo works on: a sandbox of its own, or a running org. */
final class DemoOrg implements AutoCloseable {
    private static final Duration LATENCY = Duration.ofMillis(300);

    private final Environment environment;
    private final @Nullable Sandbox sandbox;

    private DemoOrg(Environment environment, @Nullable Sandbox sandbox) {
        this.environment = environment;
        this.sandbox = sandbox;
    }

    /** A running org; how to sign in comes from {@code FAIRPATCH_ORG_*}. */
    static DemoOrg running(String url, Environment environment) {
        return new DemoOrg(environment.with(Map.of("FAIRPATCH_ORG_URL", url)), null);
    }

    /**
     * Starts a sandbox that keeps its key in {@code folder}.
     *
     * @param journal file that keeps what is written; null keeps nothing
     */
    static DemoOrg start(
            PracticeOrg practice, Path folder, @Nullable Path journal, Environment environment, Clock clock) {
        var config =
                new SandboxConfig("127.0.0.1", 0, false, practice.seed(), null, null, LATENCY, folder).keptIn(journal);
        var sandbox = Sandbox.start(config, practice.load(), clock);
        var info = sandbox.info();
        var signIn = Map.of(
                "FAIRPATCH_ORG_URL", info.instanceUrl(),
                "FAIRPATCH_ORG_CLIENT_ID", info.clientId(),
                "FAIRPATCH_ORG_CLIENT_SECRET", info.clientSecret());
        return new DemoOrg(environment.with(signIn), sandbox);
    }

    /** The environment in which this org is the one connected to. */
    Environment environment() {
        return environment;
    }

    String url() {
        return environment.get("FAIRPATCH_ORG_URL").orElseThrow();
    }

    /** Whether the org is ours alone, made for this demo. */
    boolean ours() {
        return sandbox != null;
    }

    /** What came of given data, a sentence each; nothing to say of a running org. */
    List<String> notes() {
        return sandbox == null ? List.of() : sandbox.loaded().notes();
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
