package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.data.OrgData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package deployed into an org before the install really adds what it names, and nothing else. */
class DeployTest {
    private static final String DEPLOYS = DATA + "/metadata/deployRequest";
    private static final String FIELD =
            "<fields><fullName>Territory__c</fullName><label>Territory</label><type>Text</type><length>80</length></fields>";

    private SandboxConfig config;
    private Sandbox sandbox;
    private Client client;

    @BeforeEach
    void start(@TempDir Path folder) {
        config = TestOrg.config(folder).withoutInstall().keptIn(folder.resolve("journal"));
        open(TestOrg.data());
    }

    private void open(OrgData data) {
        sandbox = Sandbox.start(config, data, Clock.systemUTC());
        client = new Client(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_new_field_is_seen_only_by_those_whom_a_permission_set_lets_see_it() throws IOException {
        assertThat(fieldNames()).doesNotContain("Territory__c");

        assertThat(deploy(files(FIELD), false).path("status").asText()).isEqualTo("Succeeded");
        assertThat(fieldNames()).doesNotContain("Territory__c");
        var set = client.one("SELECT Id FROM PermissionSet WHERE Name = 'Reps'", "Id");
        client.json(
                "POST",
                DATA + "/sobjects/PermissionSetAssignment",
                "{\"AssigneeId\":\"%s\",\"PermissionSetId\":\"%s\"}".formatted(userId(), set));

        assertThat(fieldNames()).contains("Territory__c");
        var account = client.idOfAccount("Account 1");
        var path = DATA + "/sobjects/Account/" + account;
        assertThat(client.send("PATCH", path, "{\"Territory__c\":\"North\"}").statusCode())
                .isEqualTo(204);
        assertThat(client.one("SELECT Territory__c FROM Account WHERE Id = '" + account + "'", "Territory__c"))
                .isEqualTo("North");

        sandbox.close();
        open(TestOrg.data());
        assertThat(client.one("SELECT Territory__c FROM Account WHERE Id = '" + account + "'", "Territory__c"))
                .as("after the next start")
                .isEqualTo("North");
    }

    @Test
    void a_dry_run_says_what_would_be_new_and_leaves_the_org_alone() throws IOException {
        var result = deploy(files(FIELD), true);

        assertThat(result.path("checkOnly").asBoolean()).isTrue();
        assertThat(created(result)).containsEntry("Account.Territory__c", true).containsEntry("Reps", true);
        assertThat(sets()).isZero();
        deploy(files(FIELD), false);
        assertThat(created(deploy(files(FIELD), true))).containsEntry("Account.Territory__c", false);
    }

    @Test
    void one_faulty_component_keeps_all_of_them_out() throws IOException {
        var result = deploy(files(FIELD.replace("<length>80</length>", "")), false);

        assertThat(result.path("status").asText()).isEqualTo("Failed");
        assertThat(result.path("details").path("componentFailures").findValuesAsText("problem"))
                .anyMatch(text -> text.contains("length"))
                .anyMatch(text -> text.contains("no CustomField named Account.Territory__c"));
        assertThat(sets()).isZero();
    }

    @Test
    void a_custom_object_takes_records_and_goes_again() throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("package.xml", packageXml("<members>Feedback__c</members>", "CustomObject"));
        files.put(
                "objects/Feedback__c.object",
                xml(
                        "CustomObject",
                        "<label>Feedback</label><nameField><type>AutoNumber</type></nameField>"
                                + "<fields><fullName>Note__c</fullName><type>Text</type><length>9</length><required>true</required></fields>"));
        deploy(files, false);
        var made = client.json("POST", DATA + "/sobjects/Feedback__c", "{\"Note__c\":\"wrong\"}");
        assertThat(client.one(
                        "SELECT Note__c FROM Feedback__c WHERE Id = '"
                                + made.path("id").asText() + "'",
                        "Note__c"))
                .isEqualTo("wrong");

        deploy(
                Map.of(
                        "package.xml",
                        packageXml("", "CustomObject"),
                        "destructiveChanges.xml",
                        packageXml("<members>Feedback__c</members>", "CustomObject")),
                false);
        assertThat(client.query("SELECT Id FROM Feedback__c")
                        .path(0)
                        .path("errorCode")
                        .asText())
                .isEqualTo("INVALID_TYPE");
    }

    @Test
    void the_soap_metadata_api_deploys_too_and_lists_what_is_there() throws IOException {
        var zip = Base64.getEncoder().encodeToString(zip(files(FIELD)));
        var begun = metadata("<deploy><ZipFile>" + zip + "</ZipFile><DeployOptions><rollbackOnError>true"
                + "</rollbackOnError></DeployOptions></deploy>");
        var id = begun.replaceFirst("(?s).*<id>(\\w+)</id>.*", "$1");
        assertThat(begun).contains("<deployResponse><result><done>false</done>", "<state>Queued</state>");
        assertThat(ended(id))
                .contains("<status>Succeeded</status>", "<fullName>Account.Territory__c</fullName>")
                .doesNotContain("<componentFailures>", "+0000");

        assertThat(metadata("<listMetadata><queries><type>PermissionSet</type></queries></listMetadata>"))
                .contains("<fileName>permissionsets/Reps.permissionset</fileName>");
        assertThat(metadata("<describeMetadata><asOfVersion>66.0</asOfVersion></describeMetadata>"))
                .contains("<childXmlNames>CustomField</childXmlNames>", "<xmlName>LightningComponentBundle</xmlName>");
        assertThat(metadata("<renameMetadata/>"))
                .contains("<faultcode>soapenv:Client</faultcode>", "No operation available for request {");
    }

    @Test
    void components_are_made_changed_and_deleted_one_by_one() throws IOException {
        var field =
                "<%1$sMetadata><metadata xsi:type=\"CustomField\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                        + "<fullName>Account.Zone__c</fullName><label>Zone &amp; area</label><length>%2$s</length><type>Text</type>"
                        + "</metadata></%1$sMetadata>";
        var delete = "<deleteMetadata><type>CustomField</type><fullNames>Account.Zone__c</fullNames></deleteMetadata>";
        var listed =
                "SELECT Length FROM FieldDefinition WHERE EntityDefinitionId = 'Account' AND QualifiedApiName = 'Zone__c'";

        assertThat(metadata(field.formatted("update", 20)))
                .contains("no CustomField named Account.Zone__c found", "<success>false</success>");
        assertThat(metadata(field.formatted("create", 20)))
                .contains("<fullName>Account.Zone__c</fullName><success>true</success>");
        assertThat(metadata(field.formatted("create", 20))).contains("DUPLICATE_DEVELOPER_NAME");
        assertThat(metadata(field.formatted("upsert", 30))).contains("<created>false</created>");
        assertThat(client.one(listed, "Length")).isEqualTo("30");
        assertThat(metadata(field.formatted("upsert", "many"))).contains("<statusCode>FIELD_INTEGRITY_EXCEPTION");
        assertThat(metadata(delete)).contains("<success>true</success>");
        assertThat(metadata(delete)).contains("<statusCode>INVALID_CROSS_REFERENCE_KEY</statusCode>");
        assertThat(client.query(listed).path("totalSize").asInt()).isZero();
    }

    @Test
    void what_was_deployed_comes_back_by_a_retrieve_and_is_nothing_new_when_sent_again() throws IOException {
        var files = files(FIELD.replace("</fields>", "<inlineHelpText>Whose &amp; where</inlineHelpText></fields>"));
        files.put("lwc/card/card.js", "export default class Card {}");
        files.put("lwc/card/card.js-meta.xml", xml("LightningComponentBundle", "<apiVersion>66.0</apiVersion>"));
        deploy(files, false);

        var begun = metadata(
                """
                <retrieve><retrieveRequest><apiVersion>66.0</apiVersion><unpackaged>\
                <types><members>Account.Territory__c</members><members>Account.Nope__c</members><members>Account.Industry</members>\
                <name>CustomField</name></types>\
                <types><members>*</members><name>LightningComponentBundle</name></types>\
                <types><members>Reps</members><name>PermissionSet</name></types>\
                <version>66.0</version></unpackaged></retrieveRequest></retrieve>""");
        var id = begun.replaceFirst("(?s).*<id>(\\w+)</id>.*", "$1");
        var result = metadata("<checkRetrieveStatus><asyncProcessId>" + id
                + "</asyncProcessId><includeZip>true</includeZip></checkRetrieveStatus>");

        assertThat(result)
                .contains("<status>Succeeded</status>", "named 'Account.Nope__c' cannot be found")
                .contains("<fileName>unpackaged/permissionsets/Reps.permissionset</fileName>");
        var back = unzip(result.replaceFirst("(?s).*<zipFile>(.*)</zipFile>.*", "$1"));
        assertThat(back.get("unpackaged/objects/Account.object")).contains("<fullName>Industry</fullName>");
        assertThat(back.get("unpackaged/lwc/card/card.js")).isEqualTo(files.get("lwc/card/card.js"));
        back.computeIfPresent(
                "unpackaged/package.xml", (path, list) -> list.replace("<members>Account.Nope__c</members>", ""));
        var again = deploy(back, true).path("details").path("componentSuccesses");
        assertThat(again.findValuesAsText("fullName")).contains("Account.Territory__c", "Reps", "card");
        assertThat(again.findValuesAsText("created")).containsOnly("false");
        assertThat(again.findValuesAsText("changed")).containsOnly("false");
        assertThat(
                        metadata(
                                "<readMetadata><type>CustomField</type><fullNames>Account.Territory__c</fullNames></readMetadata>"))
                .contains(
                        "<records xsi:type=\"CustomField\"><fullName>Account.Territory__c</fullName>",
                        "<length>80</length>");
    }

    @Test
    void a_whole_standard_object_comes_back_and_may_be_sent_again() throws IOException {
        assertThat(metadata("<listMetadata><queries><type>CustomObject</type></queries></listMetadata>"))
                .contains("<fullName>Account</fullName>", "<fullName>User</fullName>")
                .doesNotContain("<fullName>EntityDefinition</fullName>");

        var account = xml("CustomObject", fields("AnnualRevenue"));
        var files = Map.of("package.xml", packageXml("<members>Account</members>", "CustomObject"));
        var sent = new LinkedHashMap<>(files);
        sent.put("objects/Account.object", account);

        assertThat(deploy(sent, false).path("status").asText()).isEqualTo("Succeeded");
        sent.put("objects/Account.object", xml("CustomObject", fields("Revenue")));
        assertThat(deploy(sent, false)
                        .path("details")
                        .path("componentFailures")
                        .path(0)
                        .path("problem")
                        .asText())
                .isEqualTo("Could not resolve standard field's name.");
        assertThat(metadata("<readMetadata><type>CustomObject</type><fullNames>Account</fullNames></readMetadata>"))
                .contains("<fullName>BillingAddress</fullName>")
                .doesNotContain("<fullName>CreatedDate</fullName>", "<fullName>BillingCity</fullName>");
    }

    private static String fields(String name) {
        return "<fields><fullName>" + name + "</fullName></fields>";
    }

    /** Salesforce's Java client for metadata, which reads elements only in the order of the WSDL. */
    @Test
    void components_tell_their_elements_in_the_order_of_the_wsdl() throws IOException {
        var number = FIELD.replace(
                "<type>Text</type><length>80</length>", "<type>Number</type><precision>9</precision><scale>1</scale>");
        deploy(files(number), false);
        metadata(
                """
                <createMetadata><metadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CustomObject">\
                <fullName>Odd__c</fullName><label>Odd</label><pluralLabel>Odds</pluralLabel>\
                <fields><fullName>A__c</fullName><label>A</label><type>Date</type></fields></metadata></createMetadata>""");

        assertInOrder(
                "CustomField", "Account.Territory__c", "externalId", "label", "precision", "required", "scale", "type");
        assertInOrder("CustomObject", "Odd__c", "deploymentStatus", "fields", "label>Odd", "nameField", "pluralLabel");
        assertInOrder("PermissionSet", "Reps", "fieldPermissions", "label");
        var begun = metadata("<deploy><ZipFile>" + Base64.getEncoder().encodeToString(zip(files(number)))
                + "</ZipFile><DeployOptions><checkOnly>true</checkOnly></DeployOptions></deploy>");
        assertThat(ended(begun.replaceFirst("(?s).*<id>(\\w+)</id>.*", "$1")))
                .contains("<componentSuccesses>")
                .doesNotContain("requiresProductionTestRun", "warning", "retrieveResult");
    }

    private void assertInOrder(String type, String name, String... elements) throws IOException {
        var read =
                metadata("<readMetadata><type>" + type + "</type><fullNames>" + name + "</fullNames></readMetadata>");
        assertThat(read)
                .containsSubsequence(Arrays.stream(elements).map("<"::concat).toList());
    }

    /** What a pipeline does that checks by day and releases by night. */
    @Test
    void what_was_found_sound_is_deployed_by_its_id() throws IOException {
        var checked = deploy(files(FIELD), true).path("id").asText();

        var begun = client.json(
                "POST",
                DEPLOYS,
                "{\"validatedDeployRequestId\":\"" + checked + "\"}",
                "Content-Type",
                "application/json");

        assertThat(begun.path("validatedDeployRequestId").asText()).isEqualTo(checked);
        assertThat(created(deploy(files(FIELD), true))).containsEntry("Account.Territory__c", false);
        var again = metadata(
                        "<deployRecentValidation><validationId>" + checked + "</validationId></deployRecentValidation>")
                .replaceFirst("(?s).*<result>(\\w+)</result>.*", "$1");
        assertThat(ended(again)).contains("<status>Succeeded</status>");
        assertThat(metadata("<cancelDeploy><String>" + again + "</String></cancelDeploy>"))
                .contains("Deployment already completed");
        assertThat(
                        metadata(
                                "<deployRecentValidation><validationId>0Af000000000000AAA</validationId></deployRecentValidation>"))
                .contains("INVALID_ID_FIELD");
    }

    /** Nothing has happened until a deploy's time has come, and nothing does once it was cancelled. */
    @Test
    void a_deploy_that_is_cancelled_in_time_never_takes_hold() throws IOException {
        var slow = new SandboxConfig("127.0.0.1", 0, false, 7, null, null, Duration.ofSeconds(2), config.stateDir());
        sandbox.close();
        sandbox = Sandbox.start(slow.withoutInstall(), TestOrg.data(), Clock.systemUTC());
        client = new Client(sandbox);

        var rest = begin(files(FIELD), false);
        var soap = begin(files(FIELD), false);
        assertThat(sets()).isZero();
        var told = client.json("PATCH", DEPLOYS + "/" + rest, "{\"deployResult\":{\"status\":\"Canceling\"}}");
        var said = metadata("<cancelDeploy><String>" + soap + "</String></cancelDeploy>");
        client.done("POST", "/__sandbox/state", "{\"kind\":\"clock\",\"params\":{\"seconds\":60}}");

        assertThat(told.path("deployResult").path("status").asText()).isEqualTo("Canceled");
        assertThat(said).contains("<done>true</done>");
        assertThat(ended(soap)).contains("<status>Canceled</status>", "<success>false</success>");
        assertThat(sets()).isZero();
        var last = begin(files(FIELD), false);
        client.done("POST", "/__sandbox/state", "{\"kind\":\"clock\",\"params\":{\"seconds\":120}}");
        assertThat(ended(last)).contains("<status>Succeeded</status>");
        assertThat(sets()).isOne();
    }

    private int sets() throws IOException {
        return client.query("SELECT Id FROM PermissionSet WHERE Name = 'Reps'")
                .path("totalSize")
                .asInt();
    }

    private static Map<String, String> unzip(String base64) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private String ended(String id) throws IOException {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < deadline) {
            var result = metadata("<checkDeployStatus><asyncProcessId>" + id + "</asyncProcessId>"
                    + "<includeDetails>true</includeDetails></checkDeployStatus>");
            if (result.contains("<done>true</done>")) {
                return result;
            }
        }
        throw new IOException("deploy " + id + " did not end");
    }

    private String metadata(String call) throws IOException {
        var envelope = "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\""
                + " xmlns=\"http://soap.sforce.com/2006/04/metadata\"><e:Header><SessionHeader><sessionId>"
                + sandbox.info().accessToken() + "</sessionId></SessionHeader></e:Header><e:Body>" + call
                + "</e:Body></e:Envelope>";
        return client.send("POST", "/services/Soap/m/66.0", envelope, "Content-Type", "text/xml")
                .body();
    }

    private static Map<String, Boolean> created(JsonNode result) {
        var created = new LinkedHashMap<String, Boolean>();
        for (var each : result.path("details").path("componentSuccesses")) {
            created.put(each.path("fullName").asText(), each.path("created").asBoolean());
        }
        return created;
    }

    private static Map<String, String> files(String field) {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "package.xml",
                xml(
                        "Package",
                        "<types><members>Account.Territory__c</members><name>CustomField</name></types>"
                                + "<types><members>Reps</members><name>PermissionSet</name></types>"));
        files.put("objects/Account.object", xml("CustomObject", field));
        files.put(
                "permissionsets/Reps.permissionset",
                xml(
                        "PermissionSet",
                        "<label>Reps</label><fieldPermissions><editable>true</editable>"
                                + "<field>Account.Territory__c</field><readable>true</readable></fieldPermissions>"));
        return files;
    }

    private static String packageXml(String members, String type) {
        return xml("Package", "<types>" + members + "<name>" + type + "</name></types>");
    }

    private static String xml(String root, String content) {
        return "<%1$s xmlns=\"http://soap.sforce.com/2006/04/metadata\">%2$s</%1$s>".formatted(root, content);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zipped.toByteArray();
    }

    private String begin(Map<String, String> files, boolean checkOnly) throws IOException {
        var head = "--b\r\nContent-Disposition: form-data; name=\"json\"\r\nContent-Type: application/json\r\n\r\n"
                + "{\"deployOptions\":{\"checkOnly\":" + checkOnly + "}}\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"p.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(zip(files));
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return client.post(DEPLOYS, body.toByteArray(), "multipart/form-data; boundary=b")
                .path("id")
                .asText();
    }

    private JsonNode deploy(Map<String, String> files, boolean checkOnly) throws IOException {
        var id = begin(files, checkOnly);
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < deadline) {
            var result = client.json("GET", DEPLOYS + "/" + id + "?includeDetails=true", "")
                    .path("deployResult");
            if (result.path("done").asBoolean()) {
                return result;
            }
        }
        throw new IOException("deploy " + id + " did not end");
    }

    private List<String> fieldNames() throws IOException {
        return client.json("GET", DATA + "/sobjects/Account/describe", "")
                .path("fields")
                .findValuesAsText("name");
    }

    private String userId() throws IOException {
        return client.one(
                "SELECT Id FROM User WHERE Username = '" + sandbox.info().jwtUsername() + "'", "Id");
    }
}
