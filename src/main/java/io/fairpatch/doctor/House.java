package io.fairpatch.doctor;

import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Vault;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.store.AuditLog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/**
 * What the service itself is made of, for its own checks.
 *
 * @param orgUrl where to sign in, as in force
 * @param home the folder that keeps the service's state
 * @param neededBytes free disk below which the next run may fail
 */
public record House(
        FairpatchConfig config,
        Jdbi jdbi,
        AuditLog audit,
        Vault vault,
        PersonStore people,
        java.util.function.Supplier<URI> orgUrl,
        Path home,
        long neededBytes,
        Clock clock) {}
