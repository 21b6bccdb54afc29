package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Actions on reps in the database. */
final class ActionTable {
    private ActionTable() {}

    static int undecided(Handle handle, SalesforceId org, String id) {
        return handle.createQuery(
                        """
                        SELECT count(*) FROM proposal_action
                        WHERE org_id = :org AND proposal_id = :id AND decision = 'UNDECIDED'
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .mapTo(Integer.class)
                .one();
    }

    static List<RepAction> list(Handle handle, SalesforceId org, String id) {
        return handle.createQuery(
                        """
                        SELECT * FROM proposal_action WHERE org_id = :org AND proposal_id = :id ORDER BY number
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .map((row, context) -> new RepAction(
                        row.getInt("number"),
                        RepAction.Kind.valueOf(row.getString("kind")),
                        SalesforceId.of(row.getString("rep_id")),
                        row.getString("rep_name"),
                        row.getString("sentence"),
                        Decision.valueOf(row.getString("decision")),
                        row.getString("decided_by"),
                        row.getString("added_by")))
                .list();
    }

    static void add(Handle handle, ProposalHead head, RepAction action, OffsetDateTime now) {
        handle.createUpdate(
                        """
                        INSERT INTO proposal_action (org_id, proposal_id, number, kind, rep_id, rep_name, sentence,
                            added_by, added_at)
                        SELECT :org, :id, coalesce(max(number), 0) + 1, :kind, :rep, :repName, :sentence, :by, :now
                        FROM proposal_action WHERE org_id = :org AND proposal_id = :id
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("kind", action.kind())
                .bind("rep", action.rep().value())
                .bind("repName", action.repName())
                .bind("sentence", action.sentence())
                .bind("by", action.addedBy())
                .bind("now", now)
                .execute();
    }

    static int decide(Handle handle, ProposalHead head, int number, Decision decision, String person) {
        return handle.createUpdate(
                        """
                        UPDATE proposal_action SET decision = :decision, decided_by = :person
                        WHERE org_id = :org AND proposal_id = :id AND number = :number
                        """)
                .bind("decision", decision)
                .bind("person", decision == Decision.UNDECIDED ? null : person)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("number", number)
                .execute();
    }
}
