package io.fairpatch.bench.commit;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.commit.KillLab;
import io.fairpatch.commit.KillLab.Tally;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Kills and stops processes in the middle of commits. */
public final class CrashBench implements Bench {
    @Override
    public String name() {
        return "crash";
    }

    @Override
    public String about() {
        return "kill -9 at seeded random moments of commits: lost, double and misreported writes by the org's own log "
                + "(stopped-writes: as many writes with a holder stopped by SIGSTOP while another takes over; really 1: for "
                + "the whole minute of the lease; along 1: with owners, account teams and territory associations)";
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "kills", "100", "stopped-writes", "0", "accounts", "1000", "seed", "1", "along", "0", "really", "0");
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        int kills = options.number("kills");
        int writes = options.number("stopped-writes");
        int accounts = options.number("accounts");
        long seed = options.number("seed");
        boolean along = options.number("along") > 0;
        try (var lab = new KillLab(Files.createTempDirectory("fairpatch-crash"), accounts, along)) {
            Tally killed = lab.kill(kills, seed, CrashBench::say);
            Tally stopped = lab.stop(writes, options.number("really") > 0, CrashBench::say);
            return List.of(
                    Figure.plain(
                            "kill -9 in commits of " + accounts + " accounts, seed " + seed, killed.kills(), "kills"),
                    Figure.plain("field writes under kill -9", killed.writes(), "writes"),
                    Figure.atMost("lost", killed.lost() + stopped.lost(), "fields", 0),
                    Figure.atMost("written twice", killed.twice() + stopped.twice(), "fields", 0),
                    Figure.atMost("misreported", killed.misreported() + stopped.misreported(), "accounts", 0),
                    Figure.plain("field writes with a stopped holder", stopped.writes(), "writes"));
        }
    }

    private static void say(Tally tally) {
        System.err.println(tally);
    }
}
