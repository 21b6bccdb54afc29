package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.data.CompaniesOrg;
import io.fairpatch.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an org to verified territory fields, and once more on the same org. */
class WholeJobTest {
    /** Runs on, from the same moment each time, so that data and plans are the same each time. */
    static final Clock CLOCK =
            Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2025-06-02T09:00:00Z")));

    private static final List<String> WRITTEN = List.of(
            "Territory__c",
            "Territory_Rep__c",
            "Territory_Assigned_Date__c",
            "Territory_Score__c",
            "Territory_Tier__c",
            "Territory_Reason__c",
            "Territory_Commit__c");

    @TempDir
    private Path home;

    @Test
    void a_generated_org_ends_with_verified_fields_and_a_second_run_finds_nothing_to_do() {
        try (var org = LiveOrg.generated(250, 6, home.resolve("state"), CLOCK)) {
            var first = shell().with(org.signIn()).run("demo", "--headless", "--json", "--org", org.url());

            assertThat(first.code()).as(first.err()).isZero();
            assertAgrees(first.json());
            assertThat(first.json().path("accounts").asInt()).isEqualTo(250);
            assertThat(first.json().path("moves").asInt()).isPositive();
            assertThat(first.json().path("potentialSpreadAfter").asDouble()).isLessThanOrEqualTo(1.2);
            assertWritten(org);

            var second = shell().with(org.signIn()).run("demo", "--headless", "--json", "--org", org.url());

            assertThat(second.code()).as(second.err()).isZero();
            assertAgrees(second.json());
            assertThat(second.json().path("moves").asInt()).isZero();
            assertThat(second.json().path("stamped").asInt()).isZero();
        }
    }

    @Test
    void five_hundred_real_companies_go_through_on_standard_columns() throws IOException {
        var data = CompaniesOrg.write(Files.createDirectories(home.resolve("companies")), LocalDate.now(CLOCK));

        var done = shell().run("demo", "--headless", "--json", "--data", data.toString());

        assertThat(done.code()).as(done.err()).isZero();
        assertAgrees(done.json());
        assertThat(done.json().path("accounts").asInt()).isEqualTo(500);
        assertThat(done.json().path("moves").asInt()).isPositive();
    }

    private Shell shell() {
        var variables = new HashMap<>(TestDatabase.variables());
        variables.put("FAIRPATCH_HOME", home.toString());
        return new Shell(variables, CLOCK);
    }

    static void assertAgrees(JsonNode summary) {
        assertThat(summary.path("mismatches").asInt()).as(summary.toString()).isZero();
        assertThat(summary.path("verified").asInt())
                .isEqualTo(summary.path("committed").asInt());
        assertThat(summary.path("committed").asInt()
                        + summary.path("rejected").asInt()
                        + summary.path("drifted").asInt()
                        + summary.path("unknown").asInt())
                .isEqualTo(summary.path("approved").asInt());
        assertThat(summary.path("approved").asInt() + summary.path("declined").asInt())
                .isEqualTo(summary.path("moves").asInt());
        assertThat(summary.path("potentialSpreadAfter").asDouble())
                .isLessThanOrEqualTo(summary.path("potentialSpreadBefore").asDouble());
    }

    /** All seven fields of every account, asked of the org itself. */
    private static void assertWritten(LiveOrg org) {
        var accounts = org.query("SELECT Id, " + String.join(", ", WRITTEN) + " FROM Account");
        assertThat(accounts).hasSize(250);
        assertThat(accounts).allSatisfy(account -> assertThat(WRITTEN)
                .allSatisfy(field ->
                        assertThat(account.path(field).isNull()).as(field).isFalse()));
    }
}
