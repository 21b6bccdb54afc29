package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import org.jdbi.v3.core.Handle;

/** The approved lines of a proposal's current version. */
public final class CommitSet {
    private CommitSet() {}

    /** The fingerprint of the lines as they are in the database now. */
    public static String fingerprint(Handle handle, ProposalHead head) {
        var fingerprint = new Fingerprint(head.policyVersion());
        handle.createQuery(
                        """
                        SELECT account_id, before, after, base FROM proposal_line
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND decision = 'APPROVED'
                        ORDER BY account_id COLLATE "C"
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .setFetchSize(1_000)
                .map((row, context) -> new Line(
                        SalesforceId.of(row.getString("account_id")),
                        FieldValues.parse(row.getString("before")),
                        FieldValues.parse(row.getString("after")),
                        FieldValues.parse(row.getString("base"))))
                .forEach(line -> fingerprint.add(line.account, line.before, line.after, line.base));
        return fingerprint.finish();
    }

    private record Line(SalesforceId account, FieldValues before, FieldValues after, FieldValues base) {}
}
