package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of pipelines and scripts that carry records elsewhere, as their sources make them; each test names whose. */
class PipelinesTest extends OrgOfAClass {
    private static final String ASYNC = "/services/async/60.0/job";

    /** tap-salesforce of Singer and of Meltano: it asks in JSON for a job of CSV, and reads of its batches in XML. */
    @Test
    void batches_of_a_csv_job_are_told_of_in_xml_however_they_are_asked_for() throws IOException, InterruptedException {
        var job = client.json(
                        "POST",
                        ASYNC,
                        "{\"operation\":\"queryAll\",\"object\":\"Account\",\"contentType\":\"CSV\"}",
                        "X-SFDC-Session",
                        sandbox.info().accessToken(),
                        "Content-Type",
                        "application/JSON",
                        "Sforce-Disable-Batch-Retry",
                        "true")
                .path("id")
                .asText();
        var soql = "SELECT Id,Name FROM Account WHERE Name = 'Account 1' ORDER BY SystemModstamp ASC";
        var batch = id(client.send("POST", ASYNC + "/" + job + "/batch", soql, "Content-Type", "text/csv")
                .body());
        var closed =
                client.json("POST", ASYNC + "/" + job, "{\"state\":\"Closed\"}", "Content-Type", "application/json");

        assertThat(closed.path("state").asText()).isEqualTo("Closed");
        while (!asked(job, "/batch/" + batch).contains("<state>Completed</state>")) {
            Thread.sleep(20);
        }
        assertThat(asked(job, "/batch")).contains("<batchInfoList ", "<batchInfo><id>" + batch);
        var results = asked(job, "/batch/" + batch + "/result");
        assertThat(results).contains("<result-list ");
        var result = results.replaceFirst("(?s).*<result>(\\w+)</result>.*", "$1");
        assertThat(asked(job, "/batch/" + batch + "/result/" + result)).contains("\"Id\",\"Name\"", "\"Account 1\"");
        assertThat(asked(job, "/batch/" + batch + "/result/752000000000000AAA"))
                .contains("<exceptionCode>InvalidBatch</exceptionCode>");
        assertThat(asked("750000000000000AAA", "")).startsWith("{").contains("\"exceptionCode\":\"InvalidJob\"");
    }

    /** jsforce, which takes the refusal of an empty batch for nothing to do, and simple-salesforce. */
    @Test
    void batches_that_mean_nothing_say_so_as_a_real_org_does() throws IOException, InterruptedException {
        var made = client.send("POST", ASYNC, job("query")).body();
        var job = id(made);
        var queries = List.of(
                "SELECT Id FROM Contact", "SELECT BillingAddress FROM Account", "SELECT Nope FROM Account", " ");

        String answer = "";
        for (var query : queries) {
            answer = client.send("POST", ASYNC + "/" + job + "/batch", query, "Content-Type", "text/csv")
                    .body();
        }
        var batches = asked(job, "/batch");
        while (batches.contains("<state>InProgress</state>")) {
            Thread.sleep(20);
            batches = asked(job, "/batch");
        }

        var failed = batches.replaceFirst("(?s).*?<id>(\\w+)</id>.*", "$1");
        assertThat(asked(job, "/batch/" + failed + "/result")).contains("Batch not completed");
        assertThat(made).contains(".000Z</createdDate>");
        assertThat(answer)
                .contains("<exceptionCode>ClientInputError</exceptionCode>", "Unable to find any data to create batch");
        assertThat(batches)
                .contains(
                        "InvalidBatch : Failed to process query: INVALID_TYPE_FOR_OPERATION: The root entity of the requested query (Contact) does not match the entity of the requested Bulk API Job (Account).",
                        "InvalidBatch : Failed to process query: FUNCTIONALITY_NOT_ENABLED: Selecting compound data not supported in Bulk Query",
                        "InvalidBatch : Failed to process query: INVALID_FIELD: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | External ID was blank for Account. An External ID must be specified for upsert.",
                "<externalIdFieldName>Fax</externalIdFieldName> | Field name provided, Fax does not match an External ID, Salesforce Id, or indexed field for Account"
            })
    void an_upsert_without_a_field_to_match_by_is_no_job(String field, String problem) throws IOException {
        var made = client.send("POST", ASYNC, job("upsert").replace("<contentType>", field + "<contentType>"));

        assertThat(made.statusCode()).isEqualTo(400);
        assertThat(made.body()).contains("<exceptionCode>InvalidJob</exceptionCode><exceptionMessage>" + problem);
    }

    private static String job(String operation) {
        return "<jobInfo xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"><operation>" + operation
                + "</operation><object>Account</object><contentType>CSV</contentType></jobInfo>";
    }

    private String asked(String job, String below) throws IOException {
        return client.get(ASYNC + "/" + job + below, "Content-Type", "application/json")
                .body();
    }

    private static String id(String xml) {
        return xml.replaceFirst("(?s).*?<id>(\\w+)</id>.*", "$1");
    }

    /** nforce, restforce and RForcecom of the years before Summer '16, which set old versions. */
    @Test
    void searches_of_old_versions_answer_with_a_bare_list() throws IOException {
        var search = "/search?q=FIND+%7BArbor%7D+RETURNING+User(Id)";
        assertThat(client.json("GET", "/services/data/v36.0" + search, "").isArray())
                .isTrue();
        assertThat(client.json("GET", "/services/data/v37.0" + search, "").has("searchRecords"))
                .isTrue();
    }

    /** R's salesforcer, which calls the arguments of some calls otherwise than the WSDL does. */
    @Test
    void the_only_argument_of_a_call_goes_by_any_name() throws IOException {
        var lead = client.done("POST", Client.DATA + "/sobjects/Lead", "{\"LastName\":\"Led\",\"Company\":\"Co\"}")
                .path("id")
                .asText();
        var span = "<startDate>%s</startDate><endDate>%s</endDate>"
                .formatted(
                        Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(1)));

        assertThat(client.soap(
                        "<getDeleted><sObjectTypeEntityType>Account</sObjectTypeEntityType>" + span + "</getDeleted>"))
                .contains("<earliestDateAvailable>");
        assertThat(client.soap("<convertLead><LeadConvert><leadId>" + lead
                        + "</leadId><convertedStatus>Closed - Converted</convertedStatus></LeadConvert></convertLead>"))
                .contains("<leadId>" + lead);
        assertThat(client.soap("<merge><mergeRequest><masterRecord xmlns:xsi=\""
                        + XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI + "\" xsi:type=\"Account\"><Id>"
                        + client.idOfAccount("Account 7") + "</Id></masterRecord><recordToMergeIds>"
                        + client.idOfAccount("Account 8") + "</recordToMergeIds></mergeRequest></merge>"))
                .contains("<success>true</success>");
    }

    /** n8n, Zapier and their kin, which build their forms from what objects say of themselves. */
    @Test
    void forms_offer_the_orgs_stages_and_ask_for_queues() throws IOException {
        var stages = new ArrayList<String>();
        for (var field : client.done("GET", "/services/data/v59.0/sobjects/opportunity/describe", "")
                .path("fields")) {
            if (field.path("name").asText().equals("StageName")) {
                field.path("picklistValues")
                        .forEach(value -> stages.add(value.path("value").asText()));
            }
        }
        assertThat(stages).contains("Prospecting", "Closed Won", "Verbal");
        assertThat(
                        client.all(
                                "SELECT Queue.Id, Queue.Name FROM QueuesObject where Queue.Type='Queue' and SobjectType = 'Case'"))
                .isEmpty();
        assertThat(client.done("POST", "/services/data/v59.0/sobjects/case", "{\"Type\":\"Other\",\"Origin\":\"Web\"}")
                        .path("success")
                        .asBoolean())
                .isTrue();
    }

    /** Airbyte, whose schema has all parts of an address, of which a real org tells all or nothing. */
    @Test
    void an_address_has_all_parts_or_is_null() throws IOException {
        var id = client.done(
                        "POST", Client.DATA + "/sobjects/Contact", "{\"LastName\":\"Here\",\"MailingCity\":\"Ulm\"}")
                .path("id")
                .asText();
        var contact = client.query("SELECT MailingAddress, OtherAddress FROM Contact WHERE Id = '" + id + "'")
                .path("records")
                .path(0);

        assertThat(contact.path("MailingAddress"))
                .hasToString("{\"city\":\"Ulm\",\"country\":null,\"geocodeAccuracy\":null,\"latitude\":null,"
                        + "\"longitude\":null,\"postalCode\":null,\"state\":null,\"street\":null}");
        assertThat(contact.path("OtherAddress").isNull()).isTrue();
    }

    /** PHP's SoapClient, in Workbench and the toolkit for PHP: whatever has no value it sends as nil. */
    @Test
    void what_is_nil_is_not_said() throws IOException {
        var answer = client.soap("<create xmlns:o=\"urn:sobject.partner.soap.sforce.com\" xmlns:xsi=\""
                + XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI + "\"><sObjects xsi:type=\"o:sObject\">"
                + "<o:type>Account</o:type><o:fieldsToNull xsi:nil=\"true\"/><o:Id xsi:nil=\"true\"/>"
                + "<Name>By PHP</Name><Industry xsi:nil=\"1\"/></sObjects></create>");
        assertThat(answer).contains("<success>true</success>");
    }

    /** Airbyte and jsforce met it with wide queries in the address; most clients then put them into a composite. */
    @Test
    void a_query_too_long_for_an_address_fits_into_a_body() throws IOException {
        var names =
                IntStream.range(0, 1150).mapToObj(i -> "'Account+" + i + "'").collect(Collectors.joining(","));
        var url = "/services/data/v60.0/query?q=SELECT+Id+FROM+Account+WHERE+Name+IN+(" + names + ")";

        assertThat(client.get(url).statusCode()).isEqualTo(431);
        assertThat(client.get(url + ",+".repeat(2000)).statusCode()).isEqualTo(414);
        assertThat(client.done(
                                "POST",
                                "/services/data/v60.0/composite",
                                "{\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"" + url
                                        + "\",\"referenceId\":\"wide\"}]}")
                        .path("compositeResponse")
                        .path(0)
                        .path("httpStatusCode")
                        .asInt())
                .isEqualTo(200);
    }
}
