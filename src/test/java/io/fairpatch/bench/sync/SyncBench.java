package io.fairpatch.bench.sync;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.generate.GeneratorConfig;
import io.fairpatch.sandbox.data.generate.OrgGenerator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A first and a second sync, beside downloading the pages to nowhere and copying the same rows. */
public final class SyncBench implements Bench {
    private static final int PRACTICE_ACCOUNTS = 2_000;
    private static final Clock CLOCK = Clock.systemUTC();

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String about() {
        return "a full and an incremental sync beside download to nowhere + COPY";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("accounts", "1000000", "repeat", "3");
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        int accounts = options.number("accounts");
        int repeat = options.number("repeat");
        var folder = Files.createTempDirectory("fairpatch-bench-sync");
        try (var practice = practice(folder);
                var org =
                        new RecordedOrg(URI.create(practice.info().instanceUrl()), folder, accounts, accounts / 100)) {
            say("recording " + accounts + " accounts");
            var signIn = new SignIn.ClientCredentials(
                    practice.info().clientId(), practice.info().clientSecret());
            var settings = SalesforceSettings.of(org.url(), signIn);
            var measured = new SyncMeasure(org, settings, repeat);
            return measured.figures(accounts);
        }
    }

    private static Sandbox practice(Path folder) {
        var whole = new OrgGenerator().generate(GeneratorConfig.of(PRACTICE_ACCOUNTS, 1, LocalDate.now(CLOCK)));
        var few = whole.tables().stream()
                .filter(table -> Set.of("User", "Account").contains(table.object()))
                .toList();
        var config = new SandboxConfig("127.0.0.1", 0, false, 1, null, null, Duration.ofMillis(1), folder);
        return Sandbox.start(config, new OrgData(whole.customFields(), few), CLOCK);
    }

    static void say(String what) {
        System.err.println(what);
    }
}
