package io.fairpatch.config;

import io.fairpatch.model.SalesforceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A write policy for tests: writes on, one approval, jobs of 200 rows, and what is said besides. */
public final class SamplePolicy {
    private int version = 3;
    private WritePolicyConfig.Switch writes = WritePolicyConfig.Switch.ENABLED;
    private @Nullable String org;
    private List<String> fields = List.of("territory", "rep", "assignedDate", "score", "tier", "reason", "commit");
    private List<String> guards = List.of();
    private boolean ownerId;
    private boolean strict;
    private int approvals = 1;
    private int batchRows = 200;
    private List<String> ownerOptions = List.of();
    private boolean territories;
    private boolean teams;
    private @Nullable DecidingConfig decides;

    private SamplePolicy(@Nullable String org) {
        this.org = org;
    }

    public static SamplePolicy of(SalesforceId org) {
        return new SamplePolicy(org.value());
    }

    public SamplePolicy version(int number) {
        version = number;
        return this;
    }

    /** @param orgId the org that writes are for, however it is written; null when none is named */
    public SamplePolicy writes(WritePolicyConfig.Switch position, @Nullable String orgId) {
        writes = position;
        org = orgId;
        return this;
    }

    public SamplePolicy fields(List<String> names) {
        fields = names;
        return this;
    }

    public SamplePolicy guards(List<String> names) {
        guards = names;
        return this;
    }

    /** Owners go along with reps. */
    public SamplePolicy owners(boolean along) {
        ownerId = along;
        return this;
    }

    /** Owners go along with reps, one by one. */
    public SamplePolicy strictOwners() {
        strict = true;
        return owners(true);
    }

    /** Owners go along with reps, and the org does these along with them. */
    public SamplePolicy ownersWith(String... options) {
        ownerOptions = List.of(options);
        return owners(true);
    }

    public SamplePolicy territories() {
        territories = true;
        return this;
    }

    public SamplePolicy teams() {
        teams = true;
        return owners(true);
    }

    public SamplePolicy approvals(int people) {
        approvals = people;
        return this;
    }

    public SamplePolicy batchRows(int rows) {
        batchRows = rows;
        return this;
    }

    /** Who decides on which kind of change; as shipped when it is not said. */
    public SamplePolicy decides(DecidingConfig who) {
        decides = who;
        return this;
    }

    public WritePolicyConfig make() {
        return new WritePolicyConfig(
                version,
                writes,
                org,
                fields,
                guards,
                ownerId,
                strict,
                approvals,
                batchRows,
                decides,
                ownerOptions,
                territories,
                teams);
    }
}
