package io.fairpatch.web.api;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.Selection;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision on some moves: those of {@code accounts}, or all that match {@code filter}; exactly one is given.
 *
 * @param decision APPROVED, DECLINED or UNDECIDED
 * @param reason needed to decline
 */
@Serdeable
public record DecisionJson(
        @Nullable List<String> accounts,
        @Nullable FilterJson filter,
        @Nullable Decision decision,
        @Nullable String reason) {
    /** Which moves; null is any. */
    @Serdeable
    public record FilterJson(
            @Nullable String rep, @Nullable String rule, @Nullable Decision decision, @Nullable String text) {}

    Selection selection() {
        List<String> ids = accounts == null ? List.of() : accounts;
        if (ids.isEmpty() == (filter == null)) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "A decision must name accounts or a filter, and not both")
                    .at("/accounts")
                    .maybe("send the accounts by id, or the filter that finds them")
                    .exception();
        }
        if (filter == null) {
            return Selection.of(ids.stream().map(Given::account).toList());
        }
        SalesforceId rep = filter.rep() == null ? null : Given.account(filter.rep());
        return Selection.matching(
                new LineFilter(rep, null, filter.rule(), LineKind.MOVE, filter.decision(), filter.text(), null, null));
    }
}
