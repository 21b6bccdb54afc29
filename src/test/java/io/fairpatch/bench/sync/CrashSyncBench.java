package io.fairpatch.bench.sync;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.sync.KilledSyncs;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Kills syncing processes and counts in how many seeds the copy ends different from the org. */
public final class CrashSyncBench implements Bench {
    private static final int KILLS_A_SEED = 10;

    @Override
    public String name() {
        return "crash-sync";
    }

    @Override
    public String about() {
        return "kill -9 at seeded moments of a sync, then the tables beside the org";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("kills", "100", "seed", "1");
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        int kills = options.number("kills");
        int seed = options.number("seed");
        int wrong = 0;
        for (int done = 0; done < kills; done += KILLS_A_SEED, seed++) {
            var outcome = KilledSyncs.run(
                    Math.min(KILLS_A_SEED, kills - done), seed, Files.createTempDirectory("fairpatch-crash"));
            wrong += outcome.same() ? 0 : 1;
            System.err.println("seed " + seed + ": " + (outcome.same() ? "the same" : "DIFFERENT"));
        }
        return List.of(Figure.atMost("copies that differ after " + kills + " kills of a sync", wrong, "copies", 0));
    }
}
