package io.fairpatch.web.api;

import io.fairpatch.insight.AccountRow;
import io.fairpatch.insight.ScoreScale;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * One account of the last scoring. Potential is in cents a year.
 *
 * @param score 0 to 100
 * @param scoreOfTen the same, 1 to 10
 * @param tier 1, 2 or 3
 */
@Serdeable
public record AccountJson(
        String account,
        String name,
        @Nullable String territory,
        @Nullable String rep,
        @Nullable String owner,
        boolean customer,
        double score,
        int scoreOfTen,
        int tier,
        String grade,
        long potentialCents,
        String mainReason) {
    static AccountJson of(AccountRow row) {
        return new AccountJson(
                row.id().value(),
                row.name(),
                row.territory(),
                row.rep(),
                row.owner(),
                row.customer(),
                row.score(),
                ScoreScale.ten(row.score()),
                row.tier().ordinal() + 1,
                row.grade().name(),
                row.potentialCents(),
                row.mainReason());
    }
}
