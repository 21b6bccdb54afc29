package io.fairpatch.review;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what people decided about lines. A change makes earlier approvals of the whole invalid. */
final class LineDecisions {
    private static final String UPDATE =
            """
            UPDATE proposal_line SET decision = :next, decided_by = :person, decided_at = :now, decline_reason = :reason
            WHERE
            """;
    private static final String AND_SELECTED =
            """
            AND kind = :selectedKind
            AND (CAST(:accounts AS text[]) IS NULL OR account_id = ANY(:accounts))
            AND (CAST(:team AS text) IS NULL OR from_manager = :team OR to_manager = :team)
            AND (decision <> :next OR decline_reason IS DISTINCT FROM :reason)
            """;

    private final Handle handle;
    private final ProposalHead head;
    private final Person person;
    private final OffsetDateTime now;

    LineDecisions(Handle handle, ProposalHead head, Person person, OffsetDateTime now) {
        this.handle = handle;
        this.head = head;
        this.person = person;
        this.now = now;
    }

    /** Decides on lines of a kind; returns how many changed. */
    int decide(LineKind kind, Selection selection, Decision next, @Nullable String reason) {
        requireDecidable(next);
        LineFilter filter = selection.filter() == null ? LineFilter.ALL : selection.filter();
        int changed = LineSql.bind(
                        handle.createUpdate(UPDATE + LineSql.MATCHES + AND_SELECTED),
                        head.org(),
                        head.id(),
                        head.version(),
                        filter)
                .bind("next", next)
                .bind("person", next == Decision.UNDECIDED ? null : person.name())
                .bind("now", next == Decision.UNDECIDED ? null : now)
                .bind("reason", declineReason(next, reason))
                .bind("selectedKind", kind)
                .bind("accounts", LineSql.accounts(selection.accounts()))
                .bind("team", team(kind))
                .execute();
        if (changed > 0) {
            invalidateApprovals();
        }
        return changed;
    }

    private void requireDecidable(Decision next) {
        if (next == Decision.APPROVED) {
            head.requireState("be decided on", ProposalState.IN_REVIEW);
            FourEyes.requireNotAuthor(head, person, "approve its lines");
        } else {
            head.requireState("be decided on", ProposalState.DRAFT, ProposalState.IN_REVIEW);
        }
    }

    /** Null when the person may decide on any line, else the person's user, whose team's moves alone may be decided. */
    private @Nullable String team(LineKind kind) {
        if (person.may(Action.DECIDE_ANY) || kind == LineKind.STAMP) {
            Rights.require(person, Action.DECIDE_ANY);
            return null;
        }
        Rights.require(person, Action.DECIDE_TEAM);
        SalesforceId user = person.userId();
        if (user == null) {
            throw Problem.of(
                            ErrorCode.ACCESS_RIGHTS,
                            person.displayName() + " leads no team: no user of the org is linked to " + person.name())
                    .maybe("ask an admin to link the person to its user in the org")
                    .exception();
        }
        return user.value();
    }

    private static @Nullable String declineReason(Decision next, @Nullable String reason) {
        if (next != Decision.DECLINED) {
            return null;
        }
        if (reason == null || reason.isBlank()) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "A decline must give a reason")
                    .because("the planner and the rep can learn from it")
                    .maybe("type a few words and decline again")
                    .exception();
        }
        return reason.strip();
    }

    private void invalidateApprovals() {
        handle.createUpdate(
                        """
                        UPDATE proposal_approval SET valid = false
                        WHERE org_id = :org AND proposal_id = :id AND version = :version
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .execute();
    }
}
