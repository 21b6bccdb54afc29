package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the org differs from what the proposal was planned on.
 *
 * @param checked lines compared
 */
public record DriftReport(Instant at, int checked, List<Line> drifted) {
    public DriftReport {
        drifted = List.copyOf(drifted);
    }

    /**
     * An account that drifted.
     *
     * @param changes empty when the account is gone
     * @param changedBy id of the user who last changed it, where the org tells
     * @param changedByName the same user's name, where our copy has it
     * @param changedAt when, as the org tells it
     */
    public record Line(
            SalesforceId account,
            String accountName,
            List<Change> changes,
            @Nullable String changedBy,
            @Nullable String changedByName,
            @Nullable String changedAt) {
        public Line {
            changes = List.copyOf(changes);
        }

        Line by(@Nullable String name) {
            return new Line(account, accountName, changes, changedBy, name, changedAt);
        }
    }

    /** A field that differs: what the plan was made on and what the org holds now. */
    public record Change(String field, @Nullable String planned, @Nullable String now) {}
}
