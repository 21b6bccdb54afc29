package io.fairpatch.bench.commit;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.commit.RateLab;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A commit beside a bare client. */
public final class CommitBench implements Bench {
    private static final double MOST = 1.25;

    @Override
    public String name() {
        return "commit";
    }

    @Override
    public String about() {
        return "a commit with guard, ledger and read back beside a bare client that writes as many rows, at the org's "
                + "fixed rate and latency, jobs of the same size and polls";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("accounts", "50000", "rate", "2000", "latency", "1.2");
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        int accounts = options.number("accounts");
        int rate = options.number("rate");
        var latency = Duration.ofMillis(Math.round(1_000 * options.decimal("latency")));
        try (var lab = new RateLab(Files.createTempDirectory("fairpatch-commit"), accounts, rate, latency)) {
            RateLab.Times times = lab.measure();
            String what = accounts + " accounts at " + rate + " rows a second";
            return List.of(
                    Figure.plain("bare client, " + what, times.bareSeconds(), "s"),
                    Figure.plain("commit, " + what, times.ourSeconds(), "s"),
                    Figure.atMost("commit over bare client", times.ourSeconds() / times.bareSeconds(), "x", MOST),
                    Figure.plain("CPU of the committing thread a row", times.ourMicros(), "us"));
        }
    }
}
