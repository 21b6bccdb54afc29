package io.fairpatch.web.api;

import io.fairpatch.review.DriftReport;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the org under a proposal since it was planned; the commit would leave these accounts alone.
 *
 * @param checked accounts compared
 */
@Serdeable
public record DriftJson(@Nullable Instant at, int checked, List<AccountJson> drifted) {
    /** An account; {@code fields} is empty when it is gone. */
    @Serdeable
    public record AccountJson(
            String account,
            String accountName,
            List<FieldJson> fields,
            @Nullable String changedBy,
            @Nullable String changedByName,
            @Nullable String changedAt) {
        static AccountJson of(DriftReport.Line line) {
            return new AccountJson(
                    line.account().value(),
                    line.accountName(),
                    line.changes().stream().map(FieldJson::of).toList(),
                    line.changedBy(),
                    line.changedByName(),
                    line.changedAt());
        }
    }

    /** A field: what the plan was made on, and what the org holds now. */
    @Serdeable
    public record FieldJson(String field, @Nullable String planned, @Nullable String now) {
        static FieldJson of(DriftReport.Change change) {
            return new FieldJson(change.field(), change.planned(), change.now());
        }
    }

    static DriftJson of(DriftReport report) {
        return new DriftJson(
                report.at(),
                report.checked(),
                report.drifted().stream().map(AccountJson::of).toList());
    }

    static DriftJson none() {
        return new DriftJson(null, 0, List.of());
    }
}
