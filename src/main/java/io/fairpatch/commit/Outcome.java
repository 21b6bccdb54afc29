package io.fairpatch.commit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.review.Drift;
import io.fairpatch.review.DriftReport;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is noted with a change of an intent's state. */
record Outcome(String account, @Nullable String code, @Nullable String message, @Nullable Difference difference) {
    /** Code of a row that was written and then changed. */
    static final String ALTERED = "ALTERED";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the org differs from what was expected, and who changed the record last. */
    record Difference(List<DriftReport.Change> changes, @Nullable String changedBy, @Nullable String changedAt) {}

    static Outcome plain(String account) {
        return new Outcome(account, null, null, null);
    }

    static Outcome because(String account, String code, @Nullable String message) {
        return new Outcome(account, storable(code), message == null ? null : storable(message), null);
    }

    /** PostgreSQL keeps no NUL characters; an org's text may hold one. */
    private static String storable(String text) {
        return text.replace("\0", "");
    }

    /** {@code now} is null when the record is gone or hidden from us. */
    static Outcome differs(String account, List<DriftReport.Change> changes, @Nullable OrgRecord now) {
        if (now == null) {
            return because(account, "RECORD_GONE", "The account was deleted, merged or hidden from us");
        }
        var difference = new Difference(
                changes,
                now.value(Drift.CHANGED_BY).orElse(null),
                now.value(Drift.CHANGED_AT).orElse(null));
        return new Outcome(account, "DRIFT", "The account was changed in the org since it was planned", difference);
    }

    /** The org said that it wrote the row, which holds something else: ours may stand in its other fields. */
    static Outcome altered(String account, List<DriftReport.Change> changes, @Nullable OrgRecord now) {
        Outcome differs = differs(account, changes, now);
        return differs.difference() == null
                ? differs
                : new Outcome(
                        account,
                        ALTERED,
                        "The org took the write, but held something else when it was read back",
                        differs.difference());
    }

    @Nullable
    String differenceJson() {
        try {
            return difference == null
                    ? null
                    : JSON.writeValueAsString(difference).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Difference parse(@Nullable String json) {
        try {
            return json == null ? new Difference(List.of(), null, null) : JSON.readValue(json, Difference.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
