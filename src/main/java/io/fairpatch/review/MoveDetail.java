package io.fairpatch.review;

import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one line.
 *
 * @param crmReason the text that goes into the CRM
 * @param reasons rule differences in cents that add up to the line's worth
 * @param giver effect on the rep who gives the account; null for a stamp or an account without rep
 * @param receiver effect on the rep who receives it; null for a stamp
 * @param before what the fields we write hold in the snapshot
 * @param after what they will hold
 */
public record MoveDetail(
        ProposalLine line,
        String crmReason,
        List<Reason> reasons,
        @Nullable RepEffect giver,
        @Nullable RepEffect receiver,
        FieldValues before,
        FieldValues after) {
    public MoveDetail {
        reasons = List.copyOf(reasons);
    }

    /**
     * What this move does to one rep.
     *
     * @param targetCents 0 for a rep without target
     * @param beforeCents potential of the book today
     * @param moveAloneCents potential if only this move happened
     * @param afterCents potential once the whole plan is in force
     */
    public record RepEffect(
            SalesforceId rep,
            String name,
            long targetCents,
            long beforeCents,
            long moveAloneCents,
            long afterCents,
            int accountsBefore,
            int accountsAfter) {}
}
