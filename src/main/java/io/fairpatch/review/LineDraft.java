package io.fairpatch.review;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Reason;
import io.fairpatch.model.Rep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line before it is stored. */
record LineDraft(
        Account account,
        LineKind kind,
        @Nullable Rep from,
        Rep to,
        String territory,
        String headline,
        String crmReason,
        List<Reason> reasons,
        double worth,
        String mainRule,
        AccountScore score,
        FieldValues before,
        FieldValues after,
        FieldValues base,
        ChangeKind change,
        OpenDeals openDeals) {
    LineDraft {
        reasons = List.copyOf(reasons);
    }
}
