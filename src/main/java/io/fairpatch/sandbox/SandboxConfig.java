package io.fairpatch.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox org is run.
 *
 * @param port 0 takes a free port
 * @param https with a self-signed certificate made at start
 * @param seed record ids and credentials follow from it
 * @param queryRowsPerSecond caps reading in bulk; null means no cap
 * @param updateRowsPerSecond caps writing in bulk; null means no cap
 * @param latency how long a bulk job takes at least
 * @param stateDir folder for the key that signs JWTs, and for the certificate
 * @param bare whether the org starts without this product's fields and permission set, as before an install
 * @param journal file that keeps what is written for the next start; null keeps nothing
 */
public record SandboxConfig(
        String host,
        int port,
        boolean https,
        long seed,
        @Nullable Long queryRowsPerSecond,
        @Nullable Long updateRowsPerSecond,
        Duration latency,
        Path stateDir,
        boolean bare,
        @Nullable Path journal) {
    public SandboxConfig {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0..65535, not " + port);
        }
        if (latency.isNegative()) {
            throw new IllegalArgumentException("latency must not be negative, not " + latency);
        }
        requirePositive("queryRowsPerSecond", queryRowsPerSecond);
        requirePositive("updateRowsPerSecond", updateRowsPerSecond);
    }

    /** An org in memory only. */
    public SandboxConfig(
            String host,
            int port,
            boolean https,
            long seed,
            @Nullable Long queryRowsPerSecond,
            @Nullable Long updateRowsPerSecond,
            Duration latency,
            Path stateDir) {
        this(host, port, https, seed, queryRowsPerSecond, updateRowsPerSecond, latency, stateDir, false, null);
    }

    /** The same org, which keeps what is written to it in this file. */
    public SandboxConfig keptIn(@Nullable Path file) {
        return new SandboxConfig(
                host, port, https, seed, queryRowsPerSecond, updateRowsPerSecond, latency, stateDir, bare, file);
    }

    /** The same org as it is before this product is installed into it. */
    public SandboxConfig withoutInstall() {
        return new SandboxConfig(
                host, port, https, seed, queryRowsPerSecond, updateRowsPerSecond, latency, stateDir, true, journal);
    }

    private static void requirePositive(String name, @Nullable Long value) {
        if (value != null && value <= 0) {
            throw new IllegalArgumentException(name + " must be above 0, not " + value);
        }
    }
}
