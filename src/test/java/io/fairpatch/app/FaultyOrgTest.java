package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the summary says, and the exit code, when the org refuses, changes or loses an answer under our hands. */
class FaultyOrgTest {
    private static final Clock CLOCK = WholeJobTest.CLOCK;
    private static final int ACCOUNTS = 120;

    @TempDir
    private Path home;

    private LiveOrg org;
    private Shell shell;

    @BeforeEach
    void start() {
        org = LiveOrg.generated(ACCOUNTS, 3, home.resolve("state"), CLOCK);
        var variables = new HashMap<>(TestDatabase.variables());
        variables.put("FAIRPATCH_HOME", home.toString());
        variables.putAll(org.signIn());
        shell = new Shell(variables, CLOCK);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void rows_that_the_org_rejects_are_counted_and_the_exit_code_is_5() {
        org.arm("{\"kind\":\"reject-rows\",\"match\":\"PATCH */jobs/ingest/*\",\"params\":{\"rows\":90}}");

        var done = run();

        assertThat(done.code()).as(done.err()).isEqualTo(5);
        WholeJobTest.assertAgrees(done.json());
        assertThat(count(done, "rejected")).isPositive();
        assertThat(count(done, "committed") + count(done, "stamped")).isEqualTo(ACCOUNTS - 90);
    }

    @Test
    void a_commit_that_the_org_cuts_off_counts_what_was_not_sent_as_unknown() {
        org.arm("{\"kind\":\"403-limit\",\"match\":\"POST */jobs/ingest\",\"count\":100}");

        var done = run();

        assertThat(done.code()).as(done.err()).isEqualTo(5);
        WholeJobTest.assertAgrees(done.json());
        assertThat(count(done, "unknown")).isEqualTo(count(done, "approved")).isPositive();
        assertThat(done.err()).contains("The commit ended early. FP3003");
        assertThat(org.log()).isEmpty();
    }

    @Test
    void an_account_that_changes_between_plan_and_commit_is_left_alone_and_the_exit_code_is_4() {
        var users = org.query("SELECT Id FROM User WHERE IsActive = true ORDER BY Id");
        var accounts = org.query("SELECT Id, OwnerId FROM Account ORDER BY Id");
        Consumer<String> handOver = said -> accounts.forEach(account ->
                org.change("Account", account.path("Id").asText(), "{\"OwnerId\":\"" + other(users, account) + "\"}"));

        var done = shell.when("objects to compare", handOver).run("demo", "--headless", "--json", "--org", org.url());

        assertThat(done.code()).as(done.err()).isEqualTo(4);
        WholeJobTest.assertAgrees(done.json());
        assertThat(count(done, "drifted")).isEqualTo(count(done, "approved")).isPositive();
        assertThat(org.log())
                .allSatisfy(entry -> assertThat(entry.path("field").asText()).isEqualTo("OwnerId"));
    }

    @Test
    void a_lost_answer_to_the_one_call_that_starts_a_write_is_settled_by_reading_the_org() {
        org.arm("{\"kind\":\"lost-answer\",\"match\":\"PATCH */jobs/ingest/*\",\"count\":1}");

        var done = run();

        assertThat(done.code()).as(done.err()).isZero();
        WholeJobTest.assertAgrees(done.json());
        assertThat(org.log()).hasSize(7 * ACCOUNTS);
    }

    private Shell.Outcome run() {
        return shell.run("demo", "--headless", "--json", "--org", org.url());
    }

    private static int count(Shell.Outcome done, String name) {
        return done.json().path(name).asInt();
    }

    private static String other(Iterable<JsonNode> users, JsonNode account) {
        for (var user : users) {
            if (!user.path("Id").equals(account.path("OwnerId"))) {
                return user.path("Id").asText();
            }
        }
        throw new AssertionError("One user alone");
    }
}
