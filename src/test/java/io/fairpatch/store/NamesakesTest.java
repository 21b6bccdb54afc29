package io.fairpatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.OrgUser;
import io.fairpatch.model.SalesforceId;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No plan, proposal or report calls two users by the same words. */
class NamesakesTest {
    private static final SalesforceId ORG = SalesforceId.of("00D000000000001");

    @Test
    void who_shares_a_name_is_called_by_the_mail_address_or_the_id_as_well() {
        var jdbi = Database.jdbi(TestDatabase.fresh());
        jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO sync_run (org_id, started_at, finished_at) VALUES (?, now(), now())", ORG.value());
            user(handle, 1, "Ben Fischer", "ben@acme.example");
            user(handle, 2, "ben fischer", "benf@acme.example");
            user(handle, 3, "Ana Ruiz", "ana@acme.example");
            user(handle, 4, "Kim Lee", "kim@acme.example");
            user(handle, 5, "Kim Lee", "KIM@acme.example");
            user(handle, 6, "Kim Lee", null);
            // a user who is gone takes nobody's name
            user(handle, 7, "Ana Ruiz", "ana.old@acme.example");
            handle.execute("UPDATE org_user SET deleted_at = now() WHERE id = ?", user(7));
        });

        assertThat(new SnapshotStore(jdbi, Clock.systemUTC()).load(ORG).users())
                .extracting(OrgUser::name)
                .containsExactly(
                        "Ben Fischer (ben@acme.example)",
                        "ben fischer (benf@acme.example)",
                        "Ana Ruiz",
                        "Kim Lee (" + user(4) + ")",
                        "Kim Lee (" + user(5) + ")",
                        "Kim Lee (" + user(6) + ")");
    }

    private static String user(int number) {
        return SalesforceId.of("00500000000000" + number).value();
    }

    private static void user(Handle handle, int number, String name, @Nullable String email) {
        handle.execute(
                "INSERT INTO org_user (org_id, id, name, email, active, languages, clearances, system_modstamp)"
                        + " VALUES (?, ?, ?, ?, true, '{}', '{}', now())",
                ORG.value(),
                user(number),
                name,
                email);
    }
}
