package io.fairpatch.salesforce;

import static io.fairpatch.salesforce.StubOrg.DATA;
import static io.fairpatch.salesforce.StubOrg.answer;
import static io.fairpatch.salesforce.StubOrg.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the force-wsc library does with faults. */
class WscTest extends OnStubOrg {
    private static final String ASYNC = "/services/async/65.0/job";
    private static final String XMLNS = " xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"";

    private OrgWriter writer;

    @BeforeEach
    void start() {
        org.on("POST " + ASYNC, xml(201, "<jobInfo" + XMLNS + "><id>750</id><state>Open</state></jobInfo>"));
        org.on("POST " + ASYNC + "/750", xml(200, "<jobInfo" + XMLNS + "><id>750</id><state>Closed</state></jobInfo>"));
        org.on("GET " + ASYNC + "/750", xml(200, "<jobInfo" + XMLNS + "><id>750</id><state>Closed</state></jobInfo>"));
        org.on("GET " + ASYNC + "/750/batch", batches("Completed"));
        writer = org.connect().serialWriter();
    }

    @Test
    void serial_rows_wait_for_completion_and_failed_ones_are_told_by_their_order() {
        org.on(
                "POST " + ASYNC + "/750/batch",
                xml(201, "<batchInfo" + XMLNS + "><id>751</id><state>Queued</state></batchInfo>"));
        org.on(
                "GET " + ASYNC + "/750/batch/751/request",
                answer(200, "Id,A__c\n1,x\n2,y\n", "Content-Type", "text/csv"));
        org.on(
                "GET " + ASYNC + "/750/batch/751/result",
                answer(
                        200,
                        """
                        "Id","Success","Created","Error"
                        "1","true","false",""
                        "","false","false","UNABLE_TO_LOCK_ROW:busy:--"
                        """,
                        "Content-Type",
                        "text/csv"));

        var job = writer.createUpdate("Account");
        writer.upload(
                job, List.of("Id", "A__c"), List.of(Map.of("Id", "1", "A__c", "x"), Map.of("Id", "2", "A__c", "y")));
        assertThat(org.requests("POST " + ASYNC + "/750/batch")).isEmpty();
        writer.complete(job);

        assertThat(writer.status(job).state().terminal()).isTrue();
        assertThat(writer.results(job))
                .containsExactly(
                        new WriteResult("1", Fate.WRITTEN, null, null),
                        new WriteResult("2", Fate.FAILED, "UNABLE_TO_LOCK_ROW", "busy"));
    }

    @Test
    void a_lost_answer_to_a_serial_batch_is_doubt_and_never_sent_twice() {
        org.on("POST " + ASYNC + "/750/batch", StubOrg.silence());
        var job = writer.createUpdate("Account");
        writer.upload(job, List.of("Id"), List.of(Map.of("Id", "1")));

        var problem = catchThrowableOfType(FairpatchException.class, () -> writer.complete(job));

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_ANSWER_LOST);
        assertThat(org.requests("POST " + ASYNC + "/750/batch")).hasSize(1);
    }

    @Test
    void a_failed_serial_batch_leaves_its_rows_in_doubt() {
        org.on("GET " + ASYNC + "/750/batch", batches("Failed"));
        var job = writer.createUpdate("Account");

        assertThat(writer.results(job)).isEmpty();
        assertThat(writer.status(job).errorMessage()).isEqualTo("InvalidBatch : no such field");
    }

    @Test
    void an_expired_session_is_renewed_once_for_soap_too() {
        org.on("POST /services/oauth2/token", json("{\"access_token\":\"t\",\"instance_url\":\"" + org.url() + "\"}"));
        org.on("GET " + DATA + "/query", json("{\"records\":[{\"Id\":\"00D000000000001EAA\",\"Name\":\"Acme\"}]}"));
        org.on(
                "POST /services/Soap/u/65.0",
                xml(
                        500,
                        "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:sf=\"urn:fault.partner.soap.sforce.com\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                                + "<e:Body><e:Fault><faultcode>sf:INVALID_SESSION_ID</faultcode><faultstring>INVALID_SESSION_ID: Invalid Session ID</faultstring>"
                                + "<detail><sf:UnexpectedErrorFault xsi:type=\"sf:UnexpectedErrorFault\"><sf:exceptionCode>INVALID_SESSION_ID</sf:exceptionCode>"
                                + "<sf:exceptionMessage>Invalid Session ID</sf:exceptionMessage></sf:UnexpectedErrorFault></detail></e:Fault></e:Body></e:Envelope>"));

        var problem = catchThrowableOfType(
                FairpatchException.class, () -> org.connect().reader().identity());

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_SIGN_IN);
        assertThat(org.requests("POST /services/oauth2/token")).hasSize(2);
        assertThat(org.requests("POST /services/Soap/u/65.0")).hasSize(2);
    }

    private static StubOrg.Answer batches(String state) {
        return xml(
                200,
                "<batchInfoList" + XMLNS + "><batchInfo><id>751</id><jobId>750</jobId><state>" + state + "</state>"
                        + "<stateMessage>InvalidBatch : no such field</stateMessage>"
                        + "<numberRecordsProcessed>2</numberRecordsProcessed></batchInfo></batchInfoList>");
    }

    private static StubOrg.Answer xml(int status, String text) {
        return answer(status, text, "Content-Type", "application/xml");
    }
}
