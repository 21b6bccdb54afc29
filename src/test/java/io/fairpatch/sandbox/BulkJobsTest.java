package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkJobsTest extends OrgOfItsOwn {
    @ParameterizedTest
    @CsvSource({
        "query, '{\"operation\":\"query\",\"query\":\"SELECT Id FROM Account\",\"contentType\":\"JSON\"}'",
        "ingest, '{\"operation\":\"insert\",\"object\":\"Account\",\"contentType\":\"JSON\"}'"
    })
    void jobs_are_in_csv_alone(String kind, String body) throws IOException {
        assertThat(client.send("POST", DATA + "/jobs/" + kind, body).body())
                .contains("INVALIDJOB", "contentType: JSON");
    }

    @Test
    void query_results_come_in_pages_each_with_a_header_until_the_locator_is_the_word_null() throws IOException {
        var job = query("SELECT Id, Name FROM Account");

        var first = client.get(job + "/results?maxRecords=6");
        var locator = header(first, "Sforce-Locator");
        var second = client.get(job + "/results?maxRecords=6&locator=" + locator);

        assertThat(header(first, "Sforce-NumberOfRecords")).isEqualTo("6");
        assertThat(header(second, "Sforce-NumberOfRecords")).isEqualTo("4");
        assertThat(header(second, "Sforce-Locator")).isEqualTo("null");
        assertThat(first.body()).startsWith("\"Id\",\"Name\"\n\"001");
        assertThat(second.body()).startsWith("\"Id\",\"Name\"\n\"001");
        assertThat(client.get(job + "/results?maxRecords=6&locator=" + locator).body())
                .as("the same page again")
                .isEqualTo(second.body());
    }

    @Test
    void results_are_refused_to_another_api_version() throws IOException {
        var job = query("SELECT Id FROM Account");

        assertThat(client.get(job.replace("v67.0", "v66.0") + "/results").statusCode())
                .isEqualTo(409);
    }

    @Test
    void values_are_quoted_and_dialects_followed() throws IOException {
        var job = create(
                "query",
                "{\"operation\":\"query\",\"columnDelimiter\":\"PIPE\",\"lineEnding\":\"CRLF\",\"query\":"
                        + "\"SELECT Name, AnnualRevenue, CreatedDate, Owner.Name, Industry FROM Account"
                        + " WHERE Name LIKE 'm_ller%' OR Name = 'Account 5'\"}");
        client.ended(job);

        assertThat(client.get(job + "/results").body())
                .isEqualTo("\"Name\"|\"AnnualRevenue\"|\"CreatedDate\"|\"Owner.Name\"|\"Industry\"\r\n"
                        + "\"Müller, \"\"Söhne\"\"\nGmbH\"|\"1.5E8\"|\"2024-01-03T10:00:00.000Z\"|\"Bob Bärlin\"|\"Energy\"\r\n"
                        + "\"Account 5\"|\"\"|\"2024-01-05T10:00:00.000Z\"|\"Bob Bärlin\"|\"\"\r\n");
    }

    @Test
    void an_update_writes_clears_ignores_and_refuses_row_by_row() throws IOException {
        var one = client.idOfAccount("Account 1");
        var two = client.idOfAccount("Account 2");
        var four = client.idOfAccount("Account 4");
        var job = ingest(
                "update",
                "Id,Industry,Territory__c,Territory_Score__c\n"
                        + "%s,#N/A,North,71.26\n%s,,%s,5\n%s,Energy,South,much\n001Fp0000000000IAA,,,1\n"
                                .formatted(one, two, "x".repeat(81), four));

        var state = client.ended(job);

        assertThat(state.path("numberRecordsProcessed").asInt()).isEqualTo(4);
        assertThat(state.path("numberRecordsFailed").asInt()).isEqualTo(3);
        assertThat(client.get(job + "/successfulResults").body())
                .isEqualTo("\"sf__Id\",\"sf__Created\",\"Id\",\"Industry\",\"Territory__c\",\"Territory_Score__c\"\n"
                        + "\"%s\",\"false\",\"%s\",\"#N/A\",\"North\",\"71.26\"\n".formatted(one, one));
        assertThat(client.get(job + "/failedResults/").body())
                .contains(
                        "INVALID_TYPE_ON_FIELD_IN_RECORD:Territory Score: value not of required type: much:Territory_Score__c --",
                        "STRING_TOO_LONG:Territory: data value too large:",
                        "INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:");
        var record = client.query(
                        "SELECT Industry, Territory__c, Territory_Score__c FROM Account WHERE Id = '" + one + "'")
                .path("records")
                .path(0);
        assertThat(record.path("Industry").isNull()).isTrue();
        assertThat(record.path("Territory__c").asText()).isEqualTo("North");
        assertThat(record.path("Territory_Score__c").asDouble()).isEqualTo(71.3);
    }

    @Test
    void every_accepted_field_write_is_logged_and_stamped() throws IOException {
        var one = client.idOfAccount("Account 1");
        var before = client.one("SELECT SystemModstamp FROM Account WHERE Id = '" + one + "'", "SystemModstamp");
        client.ended(ingest("update", "Id,Industry,Territory__c\n" + one + ",,North\n"));

        assertThat(client.get("/__sandbox/log").body())
                .contains(
                        "\"object\":\"Account\",\"id\":\"%s\",\"field\":\"Territory__c\",\"before\":null,\"after\":\"North\""
                                .formatted(one))
                .doesNotContain("Industry");
        assertThat(client.one("SELECT SystemModstamp FROM Account WHERE Id = '" + one + "'", "SystemModstamp"))
                .isGreaterThan(before);
    }

    @Test
    void data_with_the_wrong_line_ending_or_an_unknown_column_fails_the_whole_job() throws IOException {
        var one = client.idOfAccount("Account 1");

        var windows = client.ended(ingest("update", "Id,Territory__c\r\n" + one + ",North\r\n"));
        var unknown = client.ended(ingest("update", "Id,Terrytory__c\n" + one + ",North\n"));

        assertThat(windows.path("state").asText()).isEqualTo("Failed");
        assertThat(windows.path("errorMessage").asText())
                .isEqualTo("ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF");
        assertThat(unknown.path("errorMessage").asText())
                .isEqualTo("InvalidBatch : InvalidBatch : Field name not found : Terrytory__c");
        assertThat(client.get("/__sandbox/log").body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "update | \"Cut off | ClientInputError : Failed to parse CSV. EOF reached before closing an opened quote",
                "update | 5\" pipe | ClientInputError : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote",
                "update | \"a\"b | ClientInputError : Failed to parse CSV. Not expecting more text after end quote",
                "delete | North | InvalidBatch : The 'delete' batch must contain only ids",
                "hardDelete | North | InvalidBatch : The 'hardDelete' batch must contain only ids"
            },
            delimiter = '|')
    void data_that_a_real_org_cannot_read_is_not_written_at_all(String operation, String last, String message)
            throws IOException {
        var one = client.idOfAccount("Account 1");

        var job = client.ended(ingest(operation, "Id,Territory__c\n" + one + ",North\n" + one + "," + last + "\n"));

        assertThat(job.path("state").asText()).isEqualTo("Failed");
        assertThat(job.path("errorMessage").asText()).isEqualTo(message);
        assertThat(job.path("createdDate").asText()).endsWith(".000+0000");
        assertThat(client.get("/__sandbox/log").body()).isEmpty();
    }

    @Test
    void jobs_are_listed_as_asked_for() throws IOException {
        query("SELECT Id FROM Account LIMIT 1");

        assertThat(listed("")).isOne();
        assertThat(listed("?jobType=V2Query&concurrencyMode=parallel&isPkChunkingEnabled=false"))
                .isOne();
        assertThat(listed("?jobType=Classic")).isZero();
        assertThat(listed("?concurrencyMode=serial")).isZero();
        assertThat(listed("?isPkChunkingEnabled=true")).isZero();
    }

    @Test
    void a_job_that_waits_is_deleted_and_never_worked_on(@TempDir Path folder) throws IOException {
        sandbox.close();
        var patient =
                new SandboxConfig("127.0.0.1", 0, false, 7, null, null, Duration.ofMillis(1000), KeptKey.in(folder));
        sandbox = Sandbox.start(patient, TestOrg.data(), Clock.systemUTC());
        client = new Client(sandbox);
        var open = create("ingest", "{\"object\":\"Account\",\"operation\":\"insert\"}");
        assertThat(client.send("DELETE", open, "").statusCode()).isEqualTo(400);

        var waiting = ingest("insert", "Name\nNever made\n");
        assertThat(client.send("DELETE", waiting, "").statusCode()).isEqualTo(204);
        assertThat(client.get(waiting).statusCode()).isEqualTo(404);
        client.ended(ingest("insert", "Name\nMade\n"));

        assertThat(client.idOfAccount("Made")).isNotEmpty();
        assertThat(client.idOfAccount("Never made")).isEmpty();
    }

    private int listed(String filter) throws IOException {
        return client.json("GET", DATA + "/jobs/query" + filter, "")
                .path("records")
                .size();
    }

    @Test
    void insert_upsert_and_delete_change_the_org() throws IOException {
        client.ended(ingest("insert", "Name,External_Id__c\nNew One,N-1\n"));
        client.ended(ingest("upsert", "External_Id__c,Name\nN-1,New Uno\nN-2,New Two\n"));
        var id = client.idOfAccount("New Uno");
        var delete = ingest("delete", "Id\n" + id + "\n");
        client.ended(delete);
        var again = ingest("delete", "Id\n" + id + "\n");
        client.ended(again);

        assertThat(client.query("SELECT COUNT() FROM Account WHERE Name LIKE 'New%'")
                        .path("totalSize")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.get(again + "/failedResults").body()).contains("ENTITY_IS_DELETED:entity is deleted:");
    }

    private String query(String soql) throws IOException {
        var job = create("query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}");
        client.ended(job);
        return job;
    }

    @Test
    void parents_are_named_by_what_another_system_calls_them() throws IOException {
        var job = ingest("insert", "Name,Parent.External_Id__c\nChild,X-1\nOrphan,X-none\n");

        assertThat(client.ended(job).path("numberRecordsFailed").asInt()).isEqualTo(1);

        assertThat(client.get(job + "/failedResults").body())
                .contains(
                        "INVALID_FIELD:Foreign key external ID: X-none not found for field External_Id__c in entity Account");
        assertThat(client.query("SELECT Parent.Name FROM Account WHERE Name = 'Child'")
                        .toString())
                .contains("Account 1");
        var grandchild = "{\"Name\":\"Grandchild\",\"Parent\":{\"External_Id__c\":\"X-2\"}}";
        client.done("POST", DATA + "/sobjects/Account", grandchild);
        assertThat(client.query("SELECT Parent.Name FROM Account WHERE Name = 'Grandchild'")
                        .toString())
                .contains("Account 2");
    }

    @Test
    void two_jobs_at_once_wait_for_each_others_records_and_give_up(@TempDir Path folder) throws IOException {
        sandbox.close();
        var slow = new SandboxConfig("127.0.0.1", 0, false, 7, null, 4L, Duration.ofMillis(20), KeptKey.in(folder));
        sandbox = Sandbox.start(slow, TestOrg.data(), Clock.systemUTC());
        client = new Client(sandbox);
        client.done("POST", "/__sandbox/state", "{\"kind\":\"lock-wait\",\"params\":{}}");
        var one = client.idOfAccount("Account 1");
        var first = ingest(
                "update",
                "Id,Rating\n%s,Hot\n%s,Hot\n%s,Hot\n"
                        .formatted(one, client.idOfAccount("Account 2"), client.idOfAccount("Account 4")));
        while (client.json("GET", first, "").path("numberRecordsProcessed").asInt() == 0) {
            Thread.onSpinWait();
        }

        var second = ingest("update", "Id,Rating\n%s,Cold\n".formatted(one));
        client.ended(second);
        client.ended(first);
        var third = ingest("update", "Id,Rating\n%s,Cold\n".formatted(one));

        assertThat(client.get(second + "/failedResults").body())
                .contains("UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record or 1 records: " + one
                        + ":");
        assertThat(client.ended(third).path("numberRecordsFailed").asInt()).isZero();
    }

    private String create(String kind, String body) throws IOException {
        var path = DATA + "/jobs/" + kind;
        return path + "/" + client.json("POST", path, body).path("id").asText();
    }

    private String ingest(String operation, String csv) throws IOException {
        var job = create(
                "ingest",
                "{\"object\":\"Account\",\"operation\":\"%s\",\"externalIdFieldName\":\"External_Id__c\",\"lineEnding\":\"LF\"}"
                        .formatted(operation));
        assertThat(client.send("PUT", job + "/batches/", csv, "Content-Type", "text/csv")
                        .statusCode())
                .isEqualTo(201);
        client.send("PATCH", job, "{\"state\":\"UploadComplete\"}");
        return job;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("(none)");
    }
}
