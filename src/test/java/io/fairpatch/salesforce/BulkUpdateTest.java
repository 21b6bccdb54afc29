package io.fairpatch.salesforce;

import static io.fairpatch.salesforce.StubOrg.DATA;
import static io.fairpatch.salesforce.StubOrg.answer;
import static io.fairpatch.salesforce.StubOrg.error;
import static io.fairpatch.salesforce.StubOrg.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteJob;
import io.fairpatch.org.WriteJobStatus;
import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkUpdateTest extends OnStubOrg {
    private static final String PATH = DATA + "/jobs/ingest/751";
    private static final WriteJob JOB = new WriteJob("751", "Account", "66.0");

    private OrgWriter writer;

    @BeforeEach
    void start() {
        writer = org.connect().writer();
    }

    @Test
    void a_null_clears_a_field_and_an_absent_one_is_left_alone() {
        org.on("POST " + DATA + "/jobs/ingest", json("{\"id\":\"751\",\"state\":\"Open\"}"));
        org.on("PUT " + PATH + "/batches", answer(201, ""));
        var clears = new HashMap<String, String>();
        clears.put("Id", "1");
        clears.put("A__c", null);
        clears.put("B__c", "say \"hi\",\r\nthen go\rnow");

        var job = writer.createUpdate("Account");
        writer.upload(job, List.of("Id", "A__c", "B__c"), List.of(clears, Map.of("Id", "2", "B__c", "é")));

        assertThat(job).isEqualTo(JOB);
        assertThat(org.requests("PUT " + PATH + "/batches"))
                .extracting(StubOrg.Request::body)
                .containsExactly("Id,A__c,B__c\n1,#N/A,\"say \"\"hi\"\",\nthen go\nnow\"\n2,,é\n");
    }

    @Test
    void a_text_that_means_clear_to_the_org_is_not_sent() {
        var problem = catchThrowableOfType(
                FairpatchException.class,
                () -> writer.upload(JOB, List.of("Id", "A__c"), List.of(Map.of("Id", "0017", "A__c", "#N/A"))));

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_REQUEST);
        assertThat(problem).hasMessageContaining("A__c").hasMessageContaining("0017");
    }

    @Test
    void a_lost_answer_to_completion_is_doubt_and_never_sent_twice() {
        org.on("PATCH " + PATH, StubOrg.silence(), json("{\"state\":\"UploadComplete\"}"));

        assertThat(completionFailure().code()).isEqualTo(ErrorCode.ORG_ANSWER_LOST);
        assertThat(org.requests("PATCH " + PATH)).hasSize(1);
    }

    @Test
    void a_gateway_error_on_completion_is_doubt_too() {
        org.on("PATCH " + PATH, error(503, "SERVER_UNAVAILABLE", "busy"), json("{\"state\":\"UploadComplete\"}"));

        assertThat(completionFailure().code()).isEqualTo(ErrorCode.ORG_ANSWER_LOST);
        assertThat(org.requests("PATCH " + PATH)).hasSize(1);
    }

    @Test
    void a_plain_refusal_of_completion_is_no_doubt() {
        org.on("PATCH " + PATH, error(400, "INVALIDJOBSTATE", "already Aborted"));

        assertThat(completionFailure().code()).isEqualTo(ErrorCode.ORG_REQUEST);
    }

    @Test
    void completion_is_sent_again_when_it_was_turned_away_unread() {
        var expired = error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        org.on("PATCH " + PATH, answer(429, ""), expired, json("{\"state\":\"UploadComplete\"}"));

        writer.complete(JOB);

        assertThat(org.requests("PATCH " + PATH)).hasSize(3);
    }

    @Test
    void results_are_matched_by_id_in_any_order() {
        org.on(
                "GET " + PATH + "/successfulResults",
                csv(
                        """
                        "sf__Id","sf__Created","Id","A__c"
                        "2","false","2","x"
                        "9","false","9","x"
                        """));
        org.on(
                "GET " + PATH + "/failedResults",
                csv(
                        """
                        "sf__Id","sf__Error","Id","A__c"
                        "1","UNABLE_TO_LOCK_ROW:unable to obtain exclusive access:--","1","x"
                        "9","DUPLICATE_VALUE:twice:--","9","x"
                        """));
        org.on("GET " + PATH + "/unprocessedrecords", csv("\"Id\",\"A__c\"\n\"3\",\"x\"\n"));

        assertThat(writer.results(JOB))
                .as("9 has two fates, so nobody knows")
                .containsExactlyInAnyOrder(
                        new WriteResult("2", Fate.WRITTEN, null, null),
                        new WriteResult("1", Fate.FAILED, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access"),
                        new WriteResult("3", Fate.UNPROCESSED, null, null));
    }

    @Test
    void empty_results_stand_for_no_rows() {
        org.on("GET " + PATH + "/successfulResults", answer(204, ""));
        org.on("GET " + PATH + "/failedResults", answer(200, ""));
        org.on("GET " + PATH + "/unprocessedrecords", csv("\"Id\",\"A__c\"\n"));

        assertThat(writer.results(JOB)).isEmpty();
    }

    @Test
    void aborting_a_job_that_has_just_ended_does_nothing() {
        org.on("GET " + PATH, json("{\"state\":\"InProgress\"}"), json("{\"state\":\"JobComplete\"}"));
        org.on("PATCH " + PATH, error(400, "INVALIDJOBSTATE", "Aborting already Completed Job not allowed"));

        writer.abort(JOB);
        writer.abort(JOB);

        assertThat(org.requests("PATCH " + PATH)).hasSize(1);
    }

    @Test
    void status_tells_counts_and_the_orgs_words() {
        org.on(
                "GET " + PATH,
                json(
                        "{\"state\":\"Failed\",\"numberRecordsProcessed\":7,\"numberRecordsFailed\":2,\"errorMessage\":\"InvalidBatch : Field name not found : X__c\"}"));

        assertThat(writer.status(JOB))
                .isEqualTo(new WriteJobStatus(
                        WriteJobStatus.State.FAILED, 7, 2, "InvalidBatch : Field name not found : X__c"));
    }

    private FairpatchException completionFailure() {
        return catchThrowableOfType(FairpatchException.class, () -> writer.complete(JOB));
    }

    private static StubOrg.Answer csv(String text) {
        return answer(200, text, "Content-Type", "text/csv");
    }
}
