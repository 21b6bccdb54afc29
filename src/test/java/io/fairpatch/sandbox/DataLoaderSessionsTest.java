package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.async.AsyncApiException;
import com.sforce.async.BatchInfo;
import com.sforce.async.BatchStateEnum;
import com.sforce.async.BulkConnection;
import com.sforce.async.ContentType;
import com.sforce.async.JobInfo;
import com.sforce.async.OperationEnum;
import com.sforce.soap.partner.Connector;
import com.sforce.soap.partner.Field;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.SessionHeader_element;
import com.sforce.soap.partner.UpsertResult;
import com.sforce.soap.partner.fault.ExceptionCode;
import com.sforce.soap.partner.fault.InvalidFieldFault;
import com.sforce.soap.partner.fault.UnexpectedErrorFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import com.sforce.ws.SessionRenewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;

/** What Data Loader does beyond single calls, with its own libraries: lookups by keys, sessions that end, chunks. */
class DataLoaderSessionsTest extends OrgOfAClass {
    private static final String ASYNC = "/services/async/65.0/job/";

    /** The library renews a session only when the fault says that it was not found. */
    @Test
    void a_session_that_ended_is_renewed_in_mid_run() throws ConnectionException {
        var partner = partner();
        partner.getConfig().setSessionRenewer(config -> {
            var session = new SessionHeader_element();
            session.setSessionId(sandbox.info().accessToken());
            var header = new SessionRenewer.SessionRenewalHeader();
            header.name = new QName("urn:partner.soap.sforce.com", "SessionHeader");
            header.headerElement = session;
            return header;
        });
        partner.setSessionHeader("00Dx!ended");

        assertThat(partner.getUserInfo().getUserName()).isEqualTo(sandbox.info().jwtUsername());
    }

    @Test
    void an_address_without_version_is_refused_in_words_of_soap() {
        var config = new ConnectorConfig();
        config.setManualLogin(true);
        config.setAuthEndpoint(sandbox.info().instanceUrl() + "/services/Soap/u/");
        config.setServiceEndpoint(config.getAuthEndpoint());

        assertThatThrownBy(() -> Connector.newConnection(config).login("a", "b"))
                .isInstanceOfSatisfying(UnexpectedErrorFault.class, fault -> assertThat(fault.getExceptionCode())
                        .isEqualTo(ExceptionCode.UNSUPPORTED_API_VERSION));
    }

    /** A client made for an older version cannot read an answer that has what came later; tried with 40 to 62. */
    @Test
    void answers_have_only_what_the_wsdl_of_the_version_has() throws IOException {
        assertThat(soap(45, "<describeGlobal/>"))
                .contains("<hasSubtypes>", "<mruEnabled>")
                .doesNotContain("<deepCloneable>", "<isInterface>");
        assertThat(soap(50, "<describeGlobal/>")).contains("<deepCloneable>", "<isInterface>");
        var describe = "<describeSObject><sObjectType>Account</sObjectType></describeSObject>";
        assertThat(soap(45, describe))
                .contains("<aiPredictionField>", "<developerName>")
                .doesNotContain("<deepCloneable>");
        assertThat(soap(40, describe))
                .contains("<searchPrefilterable>", "<master>", "<active>true</active><defaultValue>")
                .doesNotContain("<aiPredictionField>", "<developerName>", "<active>true</active><available>");
        assertThat(soap(40, "<getUserInfo/>")).contains("<chatterExternal>");
        assertThat(soap(38, "<getUserInfo/>")).doesNotContain("<chatterExternal>");
        assertThat(soap(38, login())).contains("<sessionId>").doesNotContain("<chatterExternal>");
    }

    private String login() {
        var info = sandbox.info();
        return "<login><username>%s</username><password>%s</password></login>"
                .formatted(info.jwtUsername(), info.password() + info.securityToken());
    }

    private String soap(int version, String call) throws IOException {
        var envelope =
                """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com">\
                <e:Header><SessionHeader><sessionId>%s</sessionId></SessionHeader></e:Header><e:Body>%s</e:Body>\
                </e:Envelope>""";
        return client.send(
                        "POST",
                        "/services/Soap/u/" + version + ".0",
                        envelope.formatted(sandbox.info().accessToken(), call),
                        "Content-Type",
                        "text/xml")
                .body();
    }

    /** It offers as keys what describes itself as an idLookup, and names parents by those. */
    @Test
    void records_are_named_by_names_of_users_and_by_mail_addresses() throws ConnectionException, IOException {
        var partner = partner();
        assertThat(idLookups(partner, "User")).containsExactly("Id", "Username", "Email");
        assertThat(idLookups(partner, "Contact")).containsExactly("Id", "Email");
        var ann = client.one("SELECT Username FROM User WHERE FirstName = 'Ann'", "Username");
        var account = record("Account", "Name", "By name of owner");
        account.addField("Owner", record("User", "Username", ann));
        var contact = record("Contact", "LastName", "Mail");
        contact.setField("Email", "mail@acme.test");
        var task = record("Task", "Subject", "Call");
        task.addField("Who", record("Contact", "Email", "mail@acme.test"));

        var made = partner.create(new SObject[] {account, contact, task});
        contact.setField("LastName", "Mailer");
        var upserted = partner.upsert("Email", new SObject[] {contact});

        assertThat(made).allMatch(each -> each.isSuccess());
        assertThat(upserted).extracting(UpsertResult::isCreated).containsExactly(false);
        assertThat(client.query("SELECT Id FROM Account WHERE Owner.FirstName = 'Ann' AND Name LIKE 'By name%'")
                        .path("totalSize")
                        .asInt())
                .isOne();
        assertThat(client.query("SELECT Id FROM Task WHERE Who.Name = 'Mailer'")
                        .path("totalSize")
                        .asInt())
                .isOne();
    }

    @Test
    void a_field_that_is_not_there_is_the_fault_of_the_call() throws ConnectionException {
        var partner = partner();
        assertThatThrownBy(() -> partner.create(new SObject[] {record("Account", "Nope__c", "x")}))
                .isInstanceOfSatisfying(InvalidFieldFault.class, fault -> assertThat(fault.getExceptionMessage())
                        .startsWith("No such column 'Nope__c' on entity 'Account'."));
    }

    /** Since version 60 it reads all of Bulk API 1.0 by itself, and puts a scheme before the session. */
    @Test
    void bulk_names_a_parent_of_several_kinds_and_is_read_with_an_odd_header()
            throws AsyncApiException, IOException, InterruptedException {
        client.done("POST", Client.DATA + "/sobjects/Contact", "{\"LastName\":\"Odd\",\"Email\":\"odd@acme.test\"}");

        var batch = batch(
                connection(""),
                OperationEnum.insert,
                "Task",
                "Subject,Contact:Who.Email\r\n\"Odd call\",\"odd@acme.test\"\r\n");

        assertThat(odd(ASYNC + batch.getJobId() + "/batch/" + batch.getId() + "/result/"))
                .contains("\"true\",\"true\",\"\"");
        assertThat(odd(ASYNC + batch.getJobId() + "/")).contains("<numberBatchesCompleted>1<");
        assertThat(client.query("SELECT Id FROM Task WHERE Who.Name = 'Odd'")
                        .path("totalSize")
                        .asInt())
                .isOne();
    }

    @Test
    void a_bulk_query_without_records_says_so() throws AsyncApiException, IOException, InterruptedException {
        var bulk = connection("");
        var batch = batch(bulk, OperationEnum.query, "Account", "SELECT Id FROM Account WHERE Name = 'Nobody'");
        var result = bulk.getQueryResultList(batch.getJobId(), batch.getId()).getResult()[0];
        try (var stream = bulk.getQueryResultStream(batch.getJobId(), batch.getId(), result)) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Records not found for this query");
        }
    }

    @Test
    void a_query_is_split_by_ids_into_batches_that_take_the_place_of_the_first()
            throws AsyncApiException, InterruptedException {
        var bulk = connection("chunkSize=2; startRow=000000000000000");
        var soql = "SELECT Id FROM Opportunity WHERE Name != 'Odd deal'";
        var first = batch(bulk, OperationEnum.query, "Opportunity", soql);

        var all = bulk.getBatchInfoList(first.getJobId()).getBatchInfo();

        assertThat(first.getState()).isEqualTo(BatchStateEnum.NotProcessed);
        assertThat(all)
                .extracting(BatchInfo::getState)
                .containsExactly(BatchStateEnum.NotProcessed, BatchStateEnum.Completed, BatchStateEnum.Completed);
        assertThat(all).extracting(BatchInfo::getNumberRecordsProcessed).containsExactly(0, 2, 1);
        assertThat(bulk.getJobStatus(first.getJobId()).getNumberBatchesCompleted())
                .isEqualTo(2);
    }

    private static Stream<String> idLookups(PartnerConnection partner, String object) throws ConnectionException {
        return Arrays.stream(partner.describeSObject(object).getFields())
                .filter(Field::isIdLookup)
                .map(Field::getName);
    }

    private static SObject record(String type, String field, String value) {
        var record = new SObject(type);
        record.setField(field, value);
        return record;
    }

    private String odd(String path) throws IOException {
        return client.get(path, "X-SFDC-Session", "Bearer " + sandbox.info().accessToken())
                .body();
    }

    /** Waits for all batches of the job; returns the first one as it is then. */
    private static BatchInfo batch(BulkConnection bulk, OperationEnum operation, String object, String content)
            throws AsyncApiException, InterruptedException {
        var job = new JobInfo();
        job.setObject(object);
        job.setOperation(operation);
        job.setContentType(ContentType.CSV);
        job = bulk.createJob(job);
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var batch = bulk.createBatchFromStream(job, new ByteArrayInputStream(bytes));
        while (bulk.getJobStatus(job.getId()).getNumberBatchesInProgress() > 0) {
            Thread.sleep(10);
        }
        return bulk.getBatchInfo(job.getId(), batch.getId());
    }

    private BulkConnection connection(String chunks) throws AsyncApiException {
        var config = new ConnectorConfig();
        config.setSessionId(sandbox.info().accessToken());
        config.setRestEndpoint(sandbox.info().instanceUrl() + "/services/async/65.0");
        var bulk = new BulkConnection(config);
        if (!chunks.isEmpty()) {
            bulk.addHeader("Sforce-Enable-PKChunking", chunks);
        }
        return bulk;
    }

    private PartnerConnection partner() throws ConnectionException {
        var config = new ConnectorConfig();
        config.setSessionId(sandbox.info().accessToken());
        config.setServiceEndpoint(sandbox.info().instanceUrl() + "/services/Soap/u/65.0/");
        return Connector.newConnection(config);
    }
}
