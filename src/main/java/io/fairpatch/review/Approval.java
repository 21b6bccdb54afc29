package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.access.Role;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Counts;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;

/** One person's approval of a proposal as a whole. */
final class Approval {
    private final Handle handle;
    private final ProposalHead head;
    private final Person person;
    private final OffsetDateTime now;

    Approval(Handle handle, ProposalHead head, Person person, OffsetDateTime now) {
        this.handle = handle;
        this.head = head;
        this.person = person;
        this.now = now;
    }

    /** Returns the fingerprint of what the person approved. */
    String approve() {
        head.requireState("be approved", ProposalState.IN_REVIEW);
        FourEyes.requireNotAuthor(head, person, "approve it");
        requireDecided();
        String fingerprint = CommitSet.fingerprint(handle, head);
        record(fingerprint);
        if (approvals() >= head.approvalsNeeded() && (!head.redesign() || anApproverApproved())) {
            fix(fingerprint);
        }
        return fingerprint;
    }

    private void requireDecided() {
        ProposalSummary summary = ProposalSummaries.one(handle, head.org(), head.id());
        int undecided = summary.moves().undecided() + summary.stamps().undecided();
        requireActionsDecided();
        if (undecided > 0) {
            throw refused(Counts.of(summary.moves().undecided(), "move", "moves") + " and "
                            + Counts.of(summary.stamps().undecided(), "stamp", "stamps") + " of proposal "
                            + head.id() + " are not decided yet")
                    .maybe("filter by undecided, then approve or decline all that match")
                    .exception();
        }
        if (summary.moves().approved() + summary.stamps().approved() == 0) {
            throw nothingApproved();
        }
    }

    private void requireActionsDecided() {
        int open = ActionTable.undecided(handle, head.org(), head.id());
        if (open > 0) {
            throw refused(open + " actions on reps of proposal " + head.id() + " are not decided yet")
                    .maybe("agree to them or decline them on the proposal's page")
                    .exception();
        }
    }

    private FairpatchException nothingApproved() {
        return refused("Every line of proposal " + head.id() + " is declined: nothing would be written")
                .maybe("withdraw the proposal")
                .exception();
    }

    private static Problem refused(String what) {
        return Problem.of(ErrorCode.PROPOSAL_STATE, what);
    }

    private void record(String fingerprint) {
        handle.createUpdate(
                        """
                        INSERT INTO proposal_approval (org_id, proposal_id, version, person, fingerprint, valid,
                                                       approved_at, approver)
                        VALUES (:org, :id, :version, :person, :fingerprint, true, :now, :approver)
                        ON CONFLICT (org_id, proposal_id, version, person)
                        DO UPDATE SET fingerprint = :fingerprint, valid = true, approved_at = :now,
                                      approver = :approver
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .bind("person", person.name())
                .bind("fingerprint", fingerprint)
                .bind("now", now)
                .bind("approver", person.roles().contains(Role.APPROVER))
                .execute();
    }

    private int approvals() {
        return handle.createQuery(
                        """
                        SELECT count(*) FROM proposal_approval
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND valid
                        AND person <> :author
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .bind("author", head.author())
                .mapTo(Integer.class)
                .one();
    }

    private boolean anApproverApproved() {
        return handle.createQuery(
                                """
                        SELECT count(*) FROM proposal_approval
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND valid AND approver
                        """)
                        .bind("org", head.org().value())
                        .bind("id", head.id())
                        .bind("version", head.version())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private void fix(String fingerprint) {
        head.become(handle, ProposalState.APPROVED);
        handle.createUpdate("UPDATE proposal SET fingerprint = :fingerprint WHERE org_id = :org AND id = :id")
                .bind("fingerprint", fingerprint)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .execute();
    }
}
