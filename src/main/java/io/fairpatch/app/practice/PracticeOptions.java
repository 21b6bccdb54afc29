package io.fairpatch.app.practice;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a practice org is filled with, and where it or its pages listen, as told on the command line. */
public final class PracticeOptions {
    @Option(
            names = "--accounts",
            defaultValue = "2000",
            paramLabel = "N",
            description = "Accounts of the practice org (${DEFAULT-VALUE}).")
    private int accounts;

    @Option(names = "--reps", paramLabel = "R", description = "Its reps (default: accounts / 83).")
    private @Nullable Integer reps;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Fill it from this folder instead: one CSV an object, headers are API names.")
    private @Nullable Path data;

    @Option(names = "--seed", defaultValue = "1", description = "The same seed gives the same org (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    /** The org that was asked for, as of a day. */
    public PracticeOrg org(LocalDate today) {
        return new PracticeOrg(accounts, reps, data, seed, today);
    }

    /** What distinguishes one practice org from another. */
    public String identity() {
        return data == null
                ? "accounts " + accounts + " reps " + reps + " seed " + seed
                : "data " + data.toAbsolutePath().normalize() + " " + seed;
    }

    /** Whether a folder of data was named. */
    public boolean namesData() {
        return data != null;
    }

    public long seed() {
        return seed;
    }

    public String host() {
        return host;
    }
}
