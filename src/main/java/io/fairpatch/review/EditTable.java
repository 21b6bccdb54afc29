package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.model.SalesforceId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people try out, kept so that it survives a reload. */
final class EditTable {
    private EditTable() {}

    static List<Edit> of(Handle handle, SalesforceId org, String id, int version, Person person) {
        return handle.createQuery(
                        """
                        SELECT account_id, to_rep, note FROM proposal_edit
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND person = :person
                        ORDER BY edited_at, account_id
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("version", version)
                .bind("person", person.name())
                .map((row, context) -> new Edit(
                        SalesforceId.of(row.getString("account_id")),
                        SalesforceId.of(row.getString("to_rep")),
                        row.getString("note")))
                .list();
    }

    static void put(
            Handle handle, SalesforceId org, String id, int version, Person person, Edit edit, OffsetDateTime now) {
        handle.createUpdate(
                        """
                        INSERT INTO proposal_edit (org_id, proposal_id, version, person, account_id, to_rep, note,
                                                   edited_at)
                        VALUES (:org, :id, :version, :person, :account, :to, :note, :now)
                        ON CONFLICT (org_id, proposal_id, version, person, account_id)
                        DO UPDATE SET to_rep = :to, note = :note, edited_at = :now
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("version", version)
                .bind("person", person.name())
                .bind("account", edit.account().value())
                .bind("to", edit.to().value())
                .bind("note", edit.note())
                .bind("now", now)
                .execute();
    }

    /** Forgets one edit; with null all of the person's. */
    static void drop(
            Handle handle, SalesforceId org, String id, int version, Person person, @Nullable SalesforceId account) {
        handle.createUpdate(
                        """
                        DELETE FROM proposal_edit
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND person = :person
                        AND (CAST(:account AS text) IS NULL OR account_id = :account)
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("version", version)
                .bind("person", person.name())
                .bind("account", account == null ? null : account.value())
                .execute();
    }

    /** Takes what others still try out along to the next version. */
    static void carry(Handle handle, SalesforceId org, String id, int from) {
        handle.createUpdate(
                        """
                        UPDATE proposal_edit SET version = version + 1
                        WHERE org_id = :org AND proposal_id = :id AND version = :from
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("from", from)
                .execute();
    }
}
