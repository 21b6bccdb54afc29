package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.PackageFiles.FIELD;
import static io.fairpatch.sandbox.PackageFiles.files;
import static io.fairpatch.sandbox.PackageFiles.packageXml;
import static io.fairpatch.sandbox.PackageFiles.unzip;
import static io.fairpatch.sandbox.PackageFiles.xml;
import static io.fairpatch.sandbox.PackageFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Metadata API as SOAP speaks it: deploys, components one by one, what is there and what comes back. */
class MetadataApiTest extends OrgToDeployTo {
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
}
