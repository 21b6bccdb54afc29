package io.fairpatch.sync;

import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.store.ReadMode;
import io.fairpatch.store.SyncCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how each object is read this time. */
record Schedule(ConnectorConfig.Sync settings, SyncRequest request, Instant now) {
    /** @param cursor how far the copy reaches, null when there is none */
    List<ReadMode> modes(ReadPlan plan, String shape, @Nullable SyncCursor cursor) {
        boolean filterable = plan.schema()
                .field("SystemModstamp")
                .map(FieldSchema::filterable)
                .orElse(false);
        if (cursor == null || request.full() || plan.object().alwaysInFull() || !filterable) {
            return List.of(ReadMode.FULL);
        }
        if (!cursor.shape().equals(shape) || formulasDue(plan, cursor)) {
            // what is known to be deleted must not count as suspicious when everything is read
            return List.of(ReadMode.CHANGES, ReadMode.FULL);
        }
        return due(cursor.reconciledAt(), Duration.ofDays(settings.reconcileDays()))
                ? List.of(ReadMode.CHANGES, ReadMode.IDS)
                : List.of(ReadMode.CHANGES);
    }

    private boolean formulasDue(ReadPlan plan, SyncCursor cursor) {
        return plan.calculated() && due(cursor.fullAt(), Duration.ofHours(settings.formulaHours()));
    }

    private boolean due(Instant last, Duration after) {
        return !last.plus(after).isAfter(now);
    }
}
