package io.fairpatch.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code write-policy.yml}: whether and what we write. A write needs {@code writes: enabled} and {@code orgId} equal to
 * the org's.
 *
 * @param version raised with every change; part of every fingerprint
 * @param guards further account fields whose change since planning stops a write
 * @param strict owner changes row by row with If-Match
 * @param approvals people other than the author who must approve
 * @param batchRows most rows a job, 200 to 10,000
 * @param ownerOptions what the org does along with a change of owner, by its own names; null for its defaults
 * @param territories see {@link #associates}; null is no
 * @param restoreTeams see {@link #restoresTeams}; null is no
 * @param decides who decides on which kind of change; null is {@link DecidingConfig#USUAL}, see {@link #deciding}
 */
public record WritePolicyConfig(
        int version,
        Switch writes,
        @Nullable String orgId,
        List<String> fields,
        List<String> guards,
        boolean ownerId,
        boolean strict,
        int approvals,
        int batchRows,
        @Nullable DecidingConfig decides,
        @Nullable List<String> ownerOptions,
        @Nullable Boolean territories,
        @Nullable Boolean restoreTeams) {
    public WritePolicyConfig {
        fields = List.copyOf(fields);
        guards = List.copyOf(guards);
        ownerOptions = ownerOptions == null ? List.of() : List.copyOf(ownerOptions);
        Checks.between("approvals", approvals, 1, 5);
        Checks.between("batchRows", batchRows, 200, 10_000);
    }

    /** What the org does along with a change of owner; empty for its defaults. */
    public Set<String> ownerOptionNames() {
        return Set.copyOf(Objects.requireNonNull(ownerOptions));
    }

    /** Whether an account's association with Salesforce's own territories follows its territory. */
    public boolean associates() {
        return Boolean.TRUE.equals(territories);
    }

    /** Whether account teams that a change of owner dissolved are set up again. */
    public boolean restoresTeams() {
        return ownerId && Boolean.TRUE.equals(restoreTeams);
    }

    /** Who decides on which kind of change, as written or as usual. */
    public DecidingConfig deciding() {
        return decides == null ? DecidingConfig.USUAL : decides;
    }

    /** The master switch. */
    public enum Switch {
        @JsonProperty("enabled")
        ENABLED,
        @JsonProperty("disabled")
        DISABLED
    }
}
