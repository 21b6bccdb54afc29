package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.model.SalesforceId;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What managers said of lines, in the database. */
final class Voices {
    private final Handle handle;
    private final ProposalHead head;

    Voices(Handle handle, ProposalHead head) {
        this.handle = handle;
        this.head = head;
    }

    /** By account and manager: whether the manager agrees. */
    Map<String, Map<String, Boolean>> all() {
        var all = new HashMap<String, Map<String, Boolean>>();
        handle.createQuery(
                        """
                        SELECT account_id, manager_id, agrees FROM proposal_voice
                        WHERE org_id = :org AND proposal_id = :id AND version = :version
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .map((row, context) -> {
                    all.computeIfAbsent(row.getString("account_id"), account -> new HashMap<>())
                            .put(row.getString("manager_id"), row.getBoolean("agrees"));
                    return true;
                })
                .list();
        return all;
    }

    void say(
            String account,
            SalesforceId manager,
            Person person,
            boolean agrees,
            @Nullable String reason,
            OffsetDateTime now) {
        update(
                        """
                        INSERT INTO proposal_voice (org_id, proposal_id, version, account_id, manager_id, person, agrees,
                                                    reason, said_at)
                        VALUES (:org, :id, :version, :account, :manager, :person, :agrees, :reason, :now)
                        ON CONFLICT (org_id, proposal_id, version, account_id, manager_id)
                        DO UPDATE SET person = :person, agrees = :agrees, reason = :reason, said_at = :now
                        """,
                        account)
                .bind("manager", manager.value())
                .bind("person", person.name())
                .bind("agrees", agrees)
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    void unsay(String account, SalesforceId manager) {
        update(
                        """
                        DELETE FROM proposal_voice WHERE org_id = :org AND proposal_id = :id AND version = :version
                        AND account_id = :account AND manager_id = :manager
                        """,
                        account)
                .bind("manager", manager.value())
                .execute();
    }

    int set(
            String account,
            Decision decision,
            @Nullable String person,
            @Nullable String reason,
            @Nullable OffsetDateTime now) {
        return update(
                        """
                        UPDATE proposal_line SET decision = :decision, decided_by = :person, decided_at = :now,
                               decline_reason = :reason
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND account_id = :account
                        AND (decision <> :decision OR decline_reason IS DISTINCT FROM :reason)
                        """,
                        account)
                .bind("decision", decision)
                .bind("person", person)
                .bind("reason", reason)
                .bind("now", now)
                .execute();
    }

    void contest(String account, OffsetDateTime until) {
        update(
                        """
                        UPDATE proposal_line SET change = 'CONTESTED', contested_by = :until
                        WHERE org_id = :org AND proposal_id = :id AND version = :version AND account_id = :account
                        """,
                        account)
                .bind("until", until)
                .execute();
    }

    private Update update(String sql, String account) {
        return handle.createUpdate(sql)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .bind("account", account);
    }
}
