package io.fairpatch.commit;

import io.fairpatch.access.Person;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.CommitSet;
import io.fairpatch.review.FourEyes;
import io.fairpatch.review.ProposalHead;
import io.fairpatch.review.ProposalState;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** In one transaction: checks that what is to be written is what was approved, and freezes it into intents. */
record Freeze(
        String proposal, int version, String fingerprint, Person person, WritePolicyConfig policy, OffsetDateTime now) {

    CommitRun into(Handle handle, SalesforceId org) {
        ProposalHead head = ProposalHead.lock(handle, org, proposal);
        ProposalHead committing = head.become(handle, ProposalState.COMMITTING);
        requireSame(handle, committing);
        FourEyes.requireSecondPerson(committing, approvedBy(handle, committing), person);
        int number = CommitRunSql.nextNumber(handle, org, proposal);
        String id = proposal + "-r" + number;
        CommitRunSql.insert(handle, this, org, id, number);
        freeze(handle, org, id, number);
        head.touch(handle);
        return CommitRunSql.get(handle, org, id);
    }

    private void requireSame(Handle handle, ProposalHead head) {
        if (head.version() != version) {
            throw refused("Proposal " + proposal + " is at version " + head.version() + ", not " + version);
        }
        if (head.policyVersion() != policy.version()) {
            throw refused("Proposal " + proposal + " was approved under version " + head.policyVersion()
                    + " of the write policy, which is now at version " + policy.version());
        }
        if (!fingerprint.equals(head.fingerprint()) || !fingerprint.equals(CommitSet.fingerprint(handle, head))) {
            throw refused("The approved lines of proposal " + proposal + " do not have the fingerprint "
                    + shortened(fingerprint));
        }
    }

    private static String shortened(String fingerprint) {
        return fingerprint.length() > 12 ? fingerprint.substring(0, 12) + "..." : fingerprint;
    }

    private static FairpatchException refused(String what) {
        return Problem.of(ErrorCode.FINGERPRINT, what)
                .because("only what was approved, exactly as it was approved, is written")
                .maybe("open the proposal again and look at what is approved now")
                .exception();
    }

    private static List<String> approvedBy(Handle handle, ProposalHead head) {
        return handle.createQuery(
                        """
                        SELECT person FROM proposal_approval
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND valid
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .mapTo(String.class)
                .list();
    }

    /**
     * What is committed already, or still in doubt, gets no second intent. Siblings lie together, against locks. OFFSET 0
     * makes one look-up by index of each account: a join, planned before the statistics know of an earlier run's intents,
     * goes through all of them for each.
     */
    private void freeze(Handle handle, SalesforceId org, String run, int number) {
        handle.createUpdate(
                        """
                        INSERT INTO write_intent (org_id, run_id, account_id, proposal_id, run_number, account_name,
                                                  kind, ordinal, before, after, base, state, token)
                        SELECT org_id, :run, account_id, proposal_id, :number, account_name, kind,
                               row_number() OVER (ORDER BY coalesce(parent_id, account_id), account_id),
                               before, after, base, 'PLANNED', 0
                        FROM proposal_line l
                        WHERE org_id = :org AND proposal_id = :proposal AND version = :version
                        AND decision = 'APPROVED'
                        AND NOT EXISTS (
                            SELECT 1 FROM write_intent w
                            WHERE w.org_id = l.org_id AND w.proposal_id = l.proposal_id
                            AND w.account_id = l.account_id AND w.state IN ('CONFIRMED', 'UNKNOWN')
                            OFFSET 0)
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .bind("number", number)
                .bind("proposal", proposal)
                .bind("version", version)
                .execute();
    }
}
