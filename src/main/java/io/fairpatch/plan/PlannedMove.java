package io.fairpatch.plan;

import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account that changes its rep, and why.
 *
 * @param from null when the account had no rep
 * @param headline one sentence for ops; may name both reps
 * @param crmReason at most 255 characters, fit for every reader in the CRM: names no other rep's performance or score
 * @param reasons rule differences in the planner's cents that add up to {@code worth}
 * @param worth what the plan would lose if this account alone went back, cents
 * @param why what a person asks next; null in plans made before it was kept
 * @param mainRule the rule with the largest share, for grouping: balance, travel, ownerless, inactive owner, ...
 */
public record PlannedMove(
        SalesforceId account,
        @Nullable SalesforceId from,
        SalesforceId to,
        String headline,
        String crmReason,
        List<Reason> reasons,
        double worth,
        String mainRule,
        @Nullable MoveWhy why) {
    public PlannedMove {
        reasons = List.copyOf(reasons);
    }

    /** A move of which no more is known. */
    public PlannedMove(
            SalesforceId account,
            @Nullable SalesforceId from,
            SalesforceId to,
            String headline,
            String crmReason,
            List<Reason> reasons,
            double worth,
            String mainRule) {
        this(account, from, to, headline, crmReason, reasons, worth, mainRule, null);
    }
}
