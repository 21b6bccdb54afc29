package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest extends OrgOfItsOwn {
    private static final String QUERY_JOBS = DATA + "/jobs/query";
    private static final String INGEST_JOBS = DATA + "/jobs/ingest";

    @ParameterizedTest
    @CsvSource({
        "html,200,<html",
        "empty,200,''",
        "401,401,INVALID_SESSION_ID",
        "403-limit,403,REQUEST_LIMIT_EXCEEDED",
        "406,406,''",
        "420,420,<html",
        "429,429,TOO_MANY_REQUESTS",
        "500,500,UNKNOWN_EXCEPTION",
        "503,503,SERVER_UNAVAILABLE"
    })
    void a_fault_strikes_as_often_as_told_after_those_it_skips(String kind, int status, String body)
            throws IOException {
        client.send(
                "POST",
                "/__sandbox/faults",
                "{\"kind\":\"%s\",\"match\":\"GET /services/data/*/limits\",\"skip\":1,\"count\":1}".formatted(kind));

        assertThat(client.get(DATA + "/limits").body()).contains("DailyApiRequests");
        var struck = client.get(DATA + "/limits");
        assertThat(struck.statusCode()).isEqualTo(status);
        assertThat(struck.body()).contains(body);
        assertThat(client.get(DATA + "/limits").body()).contains("DailyApiRequests");
    }

    /** jsforce and Camel sign in anew when Bulk API 1.0 says so with 400, Salesforce's Java client by the fault of SOAP. */
    @Test
    void each_api_says_in_its_own_words_that_a_session_ended() throws IOException {
        var job = "/services/async/67.0/job/750000000000000AAA";
        var words = "<exceptionCode>InvalidSessionId</exceptionCode>";
        client.arm("401", "GET /services/async/*", "{}");
        client.arm("401", "POST /services/Soap/*", "{}");
        var bulk = client.get(job);
        var old = client.get(job, "X-SFDC-Session", "old");

        assertThat(bulk.statusCode()).isEqualTo(400);
        assertThat(bulk.body()).contains(words);
        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(old.body()).contains(words);
        assertThatThrownBy(() -> client.soap("<getUserInfo/>")).hasMessageContaining("sf:INVALID_SESSION_ID");
        assertThat(client.soap("<getUserInfo/>")).contains("<userId>");
    }

    @Test
    void a_cut_answer_and_a_lost_one_fail_at_the_client_but_the_lost_write_was_made() throws IOException {
        var path = DATA + "/sobjects/Account/" + client.idOfAccount("Account 1");
        client.arm("cut", "GET *describe", "{}");
        client.arm("lost-answer", "PATCH *", "{}");

        assertThatThrownBy(() -> client.get(DATA + "/sobjects/Account/describe"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.send("PATCH", path, "{\"Territory__c\":\"Lost\"}"))
                .isInstanceOf(IOException.class);
        assertThat(client.json("GET", path, "").path("Territory__c").asText()).isEqualTo("Lost");
    }

    @Test
    void a_wrong_count_a_new_order_and_expiry_strike_query_results() throws IOException {
        var job = QUERY_JOBS + "/"
                + client.json("POST", QUERY_JOBS, "{\"operation\":\"query\",\"query\":\"SELECT Name FROM User\"}")
                        .path("id")
                        .asText();
        client.ended(job);
        client.arm("wrong-count", "GET *results", "{\"by\":-1}");
        var counted = client.get(job + "/results");
        client.arm("reordered", "GET *results", "{}");
        var reordered = client.get(job + "/results");
        client.arm("expired-results", "GET *results", "{}");

        assertThat(counted.headers().firstValue("Sforce-NumberOfRecords")).hasValue("4");
        assertThat(counted.body().lines()).hasSize(6);
        assertThat(reordered.body()).startsWith("\"Name\"\n\"Olga Gone\"");
        assertThat(client.get(job + "/results").statusCode()).isEqualTo(404);
    }

    @Test
    void a_job_ends_as_told_and_leaves_rows_unprocessed() throws IOException {
        client.arm("job-failed", "PATCH *jobs/ingest/*", "{\"rows\":1,\"message\":\"InternalServerError : x\"}");
        var failed = update("Id,Territory__c\n%s,A\n%s,B\n");
        client.arm("job-stuck", "PATCH *jobs/ingest/*", "{}");
        var stuck = update("Id,Territory__c\n%s,A\n%s,B\n");

        assertThat(client.ended(failed).path("errorMessage").asText()).isEqualTo("InternalServerError : x");
        assertThat(client.get(failed + "/successfulResults").body().lines()).hasSize(2);
        assertThat(client.get(failed + "/unprocessedrecords").body()).contains(",\"B\"");
        client.send("PATCH", stuck, "{\"state\":\"Aborted\"}");
        assertThat(client.ended(stuck).path("state").asText()).isEqualTo("Aborted");
    }

    @Test
    void chosen_rows_are_locked_or_rejected() throws IOException {
        client.arm("lock-rows", "PUT *batches", "{\"rows\":1}");
        client.arm("reject-rows", "PUT *batches", "{\"rows\":1,\"from\":1,\"message\":\"not on my watch\"}");
        var job = update("Id,Territory__c\n%s,A\n%s,B\n");
        client.ended(job);

        assertThat(client.get(job + "/failedResults").body())
                .contains("UNABLE_TO_LOCK_ROW:", "FIELD_CUSTOM_VALIDATION_EXCEPTION:not on my watch:");
        assertThat(client.get("/__sandbox/log").body()).isEmpty();
    }

    @Test
    void an_unknown_fault_is_refused_and_the_kinds_are_listed() throws IOException {
        var refused = client.send("POST", "/__sandbox/faults", "{\"kind\":\"nope\",\"match\":\"GET *\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("no fault 'nope'", "lost-answer");
        assertThat(client.get("/__sandbox/faults").body()).contains("lock-rows", "\"armed\":[]");
    }

    private String update(String csv) throws IOException {
        var job = INGEST_JOBS + "/"
                + client.json("POST", INGEST_JOBS, "{\"object\":\"Account\",\"operation\":\"update\"}")
                        .path("id")
                        .asText();
        var rows = csv.formatted(client.idOfAccount("Account 1"), client.idOfAccount("Account 2"));
        client.send("PUT", job + "/batches", rows);
        client.send("PATCH", job, "{\"state\":\"UploadComplete\"}");
        return job;
    }
}
