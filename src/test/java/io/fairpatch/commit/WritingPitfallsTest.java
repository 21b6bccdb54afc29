package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.org.DirectWriter;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.sandbox.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ways in which connectors wrote nothing, wrote the wrong thing or reported it wrongly, by the numbers of
 * {@code docs/pitfalls.md}, each with the fault switched on in the practice org.
 */
class WritingPitfallsTest {
    private static final int ACCOUNTS = 30;
    private static final String START = "PATCH */jobs/ingest/*";

    @TempDir
    static Path folder;

    private static SandboxDesk desk;
    private static Client client;
    private static List<String> ids;

    @BeforeAll
    static void an_org() {
        desk = SandboxDesk.of(folder, ACCOUNTS);
        client = new Client(desk.sandbox);
        ids = List.copyOf(desk.accounts().keySet());
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void healthy() throws IOException {
        client.done("DELETE", "/__sandbox/faults", "");
        client.done("DELETE", "/__sandbox/state", "");
    }

    @Test
    void pitfall_7_locked_rows_go_in_a_later_job_and_each_field_is_written_once() throws IOException {
        ProposalSummary proposal = desk.nextProposal();
        int seen = desk.logged();
        client.arm("lock-rows", START, "{\"rows\":4}");

        desk.commit(proposal);

        assertThat(desk.state(proposal)).isEqualTo(ProposalState.COMMITTED);
        assertThat(Anomalies.of(desk, proposal.id(), seen)).isEqualTo(Anomalies.NONE);
        assertThat(desk.ourWrites(seen).stream().map(line -> line.path("job")).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void pitfall_7_rows_that_stay_locked_go_one_batch_at_a_time_in_the_end() {
        ProposalSummary proposal = desk.nextProposal();
        int seen = desk.logged();
        desk.arm("{\"kind\":\"lock-rows\",\"match\":\"" + START + "\",\"count\":3,\"params\":{\"rows\":4}}");

        desk.commit(proposal);

        assertThat(desk.state(proposal)).isEqualTo(ProposalState.COMMITTED);
        assertThat(Anomalies.of(desk, proposal.id(), seen)).isEqualTo(Anomalies.NONE);
        List<JsonNode> writes = desk.ourWrites(seen);
        String last = writes.get(writes.size() - 1).path("job").asText();
        List<String> channels =
                desk.bench.jdbi.withHandle(h -> h.createQuery("SELECT channel FROM commit_batch WHERE job_id = :job")
                        .bind("job", last)
                        .mapTo(String.class)
                        .list());
        assertThat(channels).containsExactly("SERIAL");
    }

    @Test
    void pitfall_8_null_clears_a_field_an_absent_one_stays_and_the_word_for_null_is_no_text() {
        var both = ids.subList(0, 2);
        write(List.of(row(both.get(0), "East"), row(both.get(1), "West")));

        write(List.of(row(both.get(0), null), Map.of("Id", both.get(1))));

        assertThat(value(both.get(0), "Territory__c")).isEmpty();
        assertThat(value(both.get(1), "Territory__c")).isEqualTo("West");
        assertThatThrownBy(() -> write(List.of(row(both.get(0), "#N/A")))).hasMessageContaining("#N/A");
    }

    @Test
    void pitfall_9_line_ends_inside_of_texts_do_not_fail_the_job() {
        var results = write(List.of(row(ids.get(3), "one\r\ntwo\rthree\nfour, \"five\"")));

        assertThat(results).extracting(WriteResult::fate).containsExactly(Fate.WRITTEN);
        assertThat(value(ids.get(3), "Territory__c")).isEqualTo("one\ntwo\nthree\nfour, \"five\"");
    }

    @Test
    void pitfall_12_results_are_matched_by_id_in_whatever_order_they_come() throws IOException {
        client.arm("reject-rows", START, "{\"rows\":2,\"from\":3,\"code\":\"NO\",\"message\":\"no\"}");
        client.arm("reordered", "GET */successfulResults*", "{}");
        client.arm("reordered", "GET */failedResults*", "{}");
        var some = ids.subList(0, 10);

        var results = write(some.stream().map(id -> row(id, "By id")).toList());

        assertThat(results).extracting(WriteResult::id).containsExactlyInAnyOrderElementsOf(some);
        assertThat(results).allSatisfy(result -> assertThat(result.fate() == Fate.WRITTEN)
                .isEqualTo(value(result.id(), "Territory__c").equals("By id")));
        assertThat(results).filteredOn(result -> result.fate() == Fate.FAILED).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validation-rule", "duplicate-rule"})
    void pitfall_15_what_a_rule_of_the_org_refuses_is_told_in_its_words_and_not_tried_again(String rule)
            throws IOException {
        ProposalSummary proposal = desk.nextProposal();
        client.done(
                "POST",
                "/__sandbox/state",
                "{\"kind\":\"" + rule
                        + "\",\"params\":{\"field\":\"Territory__c\",\"when\":\"changed\",\"message\":\"Ask Finance\","
                        + "\"fields\":\"Territory__c\",\"action\":\"block\"}}");
        int batches = batches();

        desk.commit(proposal);

        assertThat(batches() - batches).as("jobs that were made").isEqualTo(1);
        var outcome = desk.bench.queries.outcome(desk.bench.org, proposal.id());
        assertThat(outcome.moves().rejected()).isPositive();
        assertThat(outcome.mismatches()).isZero();
    }

    @Test
    void pitfall_18_a_new_owner_costs_an_account_its_team_unless_the_way_that_keeps_it_is_taken() throws IOException {
        String owner = client.one("SELECT Id FROM User WHERE IsActive = true AND Name LIKE '%a%' LIMIT 1", "Id");
        for (var id : ids.subList(0, 2)) {
            var team = "{\"AccountId\":\"" + id + "\",\"UserId\":\"" + owner + "\",\"TeamMemberRole\":\"Sales Rep\"}";
            client.done("POST", Client.DATA + "/sobjects/AccountTeamMember", team);
        }
        String other = client.one("SELECT Id FROM User WHERE IsActive = true AND Id != '" + owner + "' LIMIT 1", "Id");

        update(desk.org.writer(), List.of("Id", "OwnerId"), List.of(Map.of("Id", ids.get(0), "OwnerId", other)));
        desk.org
                .ownerWriter()
                .update(
                        "Account",
                        List.of(new DirectWriter.Row(ids.get(1), List.of(), record -> true, Map.of("OwnerId", other))),
                        Set.of("KeepAccountTeam"));

        assertThat(client.all("SELECT AccountId FROM AccountTeamMember"))
                .extracting(member -> member.path("AccountId").asText())
                .contains(ids.get(1))
                .doesNotContain(ids.get(0));
    }

    private static List<WriteResult> write(List<Map<String, String>> rows) {
        return update(desk.org.writer(), List.of("Id", "Territory__c"), rows);
    }

    private static List<WriteResult> update(OrgWriter writer, List<String> fields, List<Map<String, String>> rows) {
        var job = writer.createUpdate("Account");
        writer.upload(job, fields, rows);
        writer.complete(job);
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!writer.status(job).state().terminal()) {
            assertThat(System.nanoTime()).as("the job does not end").isLessThan(deadline);
        }
        return writer.results(job);
    }

    /** @param territory null clears it */
    private static Map<String, String> row(String id, @Nullable String territory) {
        var row = new HashMap<String, String>();
        row.put("Id", id);
        row.put("Territory__c", territory);
        return row;
    }

    private static String value(String id, String field) {
        List<OrgRecord> records = new ArrayList<>(desk.org.reader().read("Account", List.of(id), List.of(field)));
        return records.get(0).value(field).orElse("");
    }

    private static int batches() throws IOException {
        return client.json("GET", "/__sandbox/stats", "").path("ingestBatches").asInt();
    }
}
