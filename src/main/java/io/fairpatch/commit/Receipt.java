package io.fairpatch.commit;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.DriftReport;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.LineKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one intended write.
 *
 * @param code the org's status code of a rejected row, or our own
 * @param message the org's message, or ours
 * @param drift how the org differed, for a drifted row
 * @param changedBy id of the user who last changed a drifted row, where the org tells
 */
public record Receipt(
        SalesforceId account,
        String accountName,
        LineKind kind,
        IntentState state,
        @Nullable String code,
        @Nullable String message,
        List<DriftReport.Change> drift,
        @Nullable String changedBy,
        @Nullable String changedAt,
        FieldValues before,
        FieldValues after) {
    public Receipt {
        drift = List.copyOf(drift);
    }

    /** Whether the org took the write and held something else when it was read back. */
    public boolean altered() {
        return Outcome.ALTERED.equals(code);
    }

    /** Whether it belongs into success.csv; all others belong into error.csv. */
    public boolean success() {
        return state == IntentState.CONFIRMED;
    }
}
