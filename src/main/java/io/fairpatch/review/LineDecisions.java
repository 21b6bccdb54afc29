package io.fairpatch.review;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.access.Role;
import io.fairpatch.config.DecidingConfig;
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
            AND (:approver OR change <> 'CONTESTED')
            AND (decision <> :next OR decline_reason IS DISTINCT FROM :reason)
            """;

    private static final String CONTESTED =
            """
             AND change = 'CONTESTED' AND (CAST(:accounts AS text[]) IS NULL OR account_id = ANY(:accounts))
            """;

    private final Handle handle;
    private final ProposalHead head;
    private final Person person;
    private final OffsetDateTime now;
    private final DecidingConfig policy;

    LineDecisions(Handle handle, ProposalHead head, Person person, OffsetDateTime now, DecidingConfig policy) {
        this.policy = policy;
        this.handle = handle;
        this.head = head;
        this.person = person;
        this.now = now;
    }

    /**
     * What a decision did.
     *
     * @param changed lines whose decision is now another
     * @param heard lines on which the person's word was noted and more must be said
     * @param left lines that are not for this person to decide
     * @param contested lines on which managers now disagree
     */
    record Outcome(int changed, int heard, int left, int contested) {}

    /** Decides on lines of a kind. */
    Outcome decide(LineKind kind, Selection selection, Decision next, @Nullable String reason) {
        requireDecidable(next);
        String given = reason(next, reason);
        SalesforceId manager = manager(kind);
        Outcome outcome = manager == null
                ? decideAny(kind, selection, next, given)
                : new ManagerDecisions(handle, head, person, manager, now, policy).decide(selection, next, given);
        if (outcome.changed() > 0) {
            invalidateApprovals();
        }
        return outcome;
    }

    private Outcome decideAny(LineKind kind, Selection selection, Decision next, @Nullable String reason) {
        LineFilter filter = selection.filter() == null ? LineFilter.ALL : selection.filter();
        int contested = person.roles().contains(Role.APPROVER) ? 0 : contested(selection, filter);
        int changed = LineSql.bind(
                        handle.createUpdate(UPDATE + LineSql.matches(filter) + AND_SELECTED),
                        head.org(),
                        head.id(),
                        head.version(),
                        filter)
                .bind("next", next)
                .bind("person", next == Decision.UNDECIDED ? null : person.name())
                .bind("now", next == Decision.UNDECIDED ? null : now)
                .bind("reason", reason)
                .bind("selectedKind", kind)
                .bind("accounts", LineSql.accounts(selection.accounts()))
                .bind("approver", person.roles().contains(Role.APPROVER))
                .execute();
        return new Outcome(changed, 0, contested, 0);
    }

    private int contested(Selection selection, LineFilter filter) {
        return LineSql.bind(
                        handle.createQuery(
                                "SELECT count(*) FROM proposal_line WHERE" + LineSql.matches(filter) + CONTESTED),
                        head.org(),
                        head.id(),
                        head.version(),
                        filter)
                .bind("accounts", LineSql.accounts(selection.accounts()))
                .mapTo(Integer.class)
                .one();
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
    private @Nullable SalesforceId manager(LineKind kind) {
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
        return user;
    }

    private static @Nullable String reason(Decision next, @Nullable String reason) {
        if (next == Decision.DEFERRED) {
            return reason == null || reason.isBlank() ? null : reason.strip();
        }
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
