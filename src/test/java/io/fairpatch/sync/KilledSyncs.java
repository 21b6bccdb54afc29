package io.fairpatch.sync;

import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a syncing process with no warning at seeded moments, starts it again, and tells what the copy holds in the end
 * beside what the org holds.
 */
public final class KilledSyncs {
    private static final int LONGEST_MILLIS = 900;

    private KilledSyncs() {}

    /**
     * What came out.
     *
     * @param resumed how many of the kills left a run that the next process went on with
     */
    public record Outcome(TreeSet<String> copy, TreeSet<String> org, int kills, long resumed) {
        public boolean same() {
            return copy.equals(org);
        }
    }

    /** @param folder for the practice org's keys */
    public static Outcome run(int kills, int seed, Path folder) throws IOException, InterruptedException {
        var variables = TestDatabase.variables();
        try (var live = new LiveSync(folder, Database.jdbi(TestDatabase.source(variables)))) {
            var dice = new Random(seed);
            for (int i = 0; i < kills; i++) {
                var process = start(variables, live);
                try {
                    awaitUp(process);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(dice.nextInt(LONGEST_MILLIS)));
                } finally {
                    process.destroyForcibly().waitFor();
                }
                live.rest(
                        "PATCH",
                        "/Account/" + live.ids("Account").get(i % LiveSync.ACCOUNTS),
                        "{\"Name\":\"After " + i + "\"}");
            }
            long resumed = live.unfinishedPages();
            awaitFreeLock(live);
            live.sync(new SyncRequest(true, true));
            live.sync();
            return new Outcome(live.inTheCopy(), live.inTheOrg(), kills, resumed);
        }
    }

    /** The database notices a little later that a killed process's connections are gone. */
    private static void awaitFreeLock(LiveSync live) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (live.locks() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static Process start(Map<String, String> database, LiveSync live) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SyncProcess.class.getName(),
                        database.getOrDefault("FAIRPATCH_DB_URL", ""),
                        database.getOrDefault("FAIRPATCH_DB_USER", ""),
                        database.getOrDefault("FAIRPATCH_DB_PASSWORD", ""),
                        live.sandbox().info().instanceUrl(),
                        live.sandbox().info().accessToken()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitUp(Process process) throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null && !line.equals("up"); line = out.readLine()) {
            // what a library says at its start
        }
    }
}
