package io.fairpatch.commit;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.LineKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account that a proposal would change.
 *
 * @param fromName the rep before, null when the account had none; equal to {@code toName} for a stamp
 * @param fields only those whose value changes, by API name
 */
public record PendingWrite(
        SalesforceId account,
        String accountName,
        LineKind kind,
        Decision decision,
        @Nullable String fromName,
        String toName,
        List<FieldChange> fields) {
    public PendingWrite {
        fields = List.copyOf(fields);
    }

    /** A field's value as copied from the org, and as it would be written; null is empty. */
    public record FieldChange(String field, @Nullable String before, @Nullable String after) {}

    static List<FieldChange> changes(FieldValues before, FieldValues after) {
        return after.values().keySet().stream()
                .map(field -> new FieldChange(field, before.get(field), after.get(field)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }
}
