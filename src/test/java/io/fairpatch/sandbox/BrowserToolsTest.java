package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Calls of the browser extension Salesforce Inspector and its kin, which go from describe to describe. */
class BrowserToolsTest extends OrgOfAClass {
    private static final String PARTICLES =
            """
            SELECT QualifiedApiName, Label, DataType, ReferenceTo, Length, Precision, Scale, IsAutonumber, \
            IsCaseSensitive, IsDependentPicklist, IsEncrypted, IsIdLookup, IsHtmlFormatted, IsNillable, IsUnique, \
            IsCalculated, InlineHelpText, FieldDefinition.DurableId, EntityDefinition.DurableId FROM EntityParticle \
            WHERE EntityDefinition.QualifiedApiName = 'Account'""";

    @Test
    void fields_are_told_of_in_full_by_the_tooling_api() throws IOException {
        var answer = client.done("GET", DATA + "/tooling/query/?q=" + encoded(PARTICLES) + "&cache=0.5", "");

        assertThat(answer.path("entityTypeName").asText()).isEqualTo("EntityParticle");
        assertThat(answer.path("size").asInt())
                .isEqualTo(answer.path("totalSize").asInt())
                .isGreaterThan(20);
        assertThat(answer.has("queryLocator")).isTrue();
        var owner = answer.path("records").get(0);
        for (var record : answer.path("records")) {
            owner = record.path("QualifiedApiName").asText().equals("OwnerId") ? record : owner;
        }
        assertThat(owner.path("ReferenceTo")).hasToString("{\"referenceTo\":[\"User\"]}");
        assertThat(owner.path("FieldDefinition").path("DurableId").asText()).isEqualTo("Account.OwnerId");
        assertThat(owner.path("IsEncrypted").isBoolean()).isTrue();
        assertThat(owner.path("attributes").path("url").asText())
                .startsWith(DATA + "/tooling/sobjects/EntityParticle/");
    }

    @Test
    void one_describe_leads_to_the_next() throws IOException {
        var id = client.idOfAccount("Account 1");
        var account = client.done("GET", DATA + "/sobjects/Account/describe/", "");
        var urls = account.path("urls");

        assertThat(client.done("GET", urls.path("layouts").asText() + "/012000000000000AAA", "")
                        .path("relatedLists")
                        .isArray())
                .isTrue();
        for (var name : new String[] {"approvalLayouts", "compactLayouts", "listviews", "quickActions", "sobject"}) {
            client.done("GET", urls.path(name).asText(), "");
        }
        client.done("PATCH", urls.path("rowTemplate").asText().replace("{ID}", id), "{\"Rating\":\"Warm\"}");

        var entity = client.done("GET", DATA + "/tooling/sobjects/EntityDefinition/describe/", "")
                .path("urls");
        assertThat(entity.path("sobject").asText()).isEqualTo(DATA + "/tooling/sobjects/EntityDefinition");
        assertThat(entity.has("layouts")).isFalse();
        assertThat(client.done("GET", DATA + "/tooling/sobjects/Account/" + id, "")
                        .path("Rating")
                        .asText())
                .isEqualTo("Warm");
    }

    /** How it counts which fields are used. */
    @Test
    void the_tooling_api_takes_several_requests_in_one() throws IOException {
        var url = DATA + "/tooling/query/?q=" + encoded("SELECT COUNT() FROM Account WHERE Industry != null");
        var answer = client.done(
                "POST",
                DATA + "/tooling/composite",
                "{\"compositeRequest\":[{\"method\":\"GET\",\"url\":\"" + url
                        + "\",\"referenceId\":\"fieldUsage_Industry\"}]}");

        var first = answer.path("compositeResponse").path(0);
        assertThat(first.path("httpStatusCode").asInt()).isEqualTo(200);
        assertThat(first.path("body").path("totalSize").asInt()).isEqualTo(7);
    }

    /** Its creator of fields, and scripts that add a field by the Tooling API. */
    @Test
    void a_field_is_made_by_the_tooling_api_and_seen_once_it_is_given_to_somebody() throws IOException {
        var fields = DATA + "/tooling/sobjects/CustomField";
        var metadata = "\"Metadata\":{\"label\":\"%s\",\"type\":\"Text\",\"length\":40,\"required\":false}}";
        var sent = "{\"FullName\":\"Account.Tooled__c\"," + metadata.formatted("Tooled");

        var made = client.done("POST", fields + "/", sent);

        var id = made.path("id").asText();
        assertThat(id).startsWith("00N");
        assertThat(made.path("warnings").isArray()).isTrue();
        assertThat(client.send("POST", fields, sent).body()).contains("DUPLICATE_DEVELOPER_NAME");
        assertThat(client.query("SELECT Tooled__c FROM Account")
                        .path(0)
                        .path("errorCode")
                        .asText())
                .isEqualTo("INVALID_FIELD");
        var set = client.one("SELECT Id FROM PermissionSet WHERE Name = 'Fairpatch_Integration'", "Id");
        var permission =
                "{\"allOrNone\":false,\"records\":[{\"attributes\":{\"type\":\"FieldPermissions\"},\"ParentId\":\""
                        + set + "\",\"SobjectType\":\"Account\",\"Field\":\"Account.Tooled__c\","
                        + "\"PermissionsRead\":true,\"PermissionsEdit\":true}]}";
        assertThat(client.done("POST", DATA + "/composite/sobjects", permission)
                        .path(0)
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(client.all("SELECT Tooled__c FROM Account")).isNotEmpty();

        client.done("PATCH", fields + "/" + id, "{" + metadata.formatted("Renamed"));
        assertThat(tooling("SELECT Id FROM CustomField WHERE DeveloperName = 'Tooled' AND TableEnumOrId = 'Account'"))
                .contains(id);
        assertThat(client.query("SELECT Id FROM CustomField")
                        .path(0)
                        .path("errorCode")
                        .asText())
                .isEqualTo("INVALID_TYPE");
        client.done("DELETE", fields + "/" + id, "");
        assertThat(tooling("SELECT Id FROM CustomField WHERE DeveloperName = 'Tooled'"))
                .doesNotContain(id);
    }

    @Test
    void no_two_records_have_the_same_value_in_a_field_that_is_unique() throws IOException {
        client.done(
                "POST",
                DATA + "/tooling/sobjects/CustomField",
                "{\"FullName\":\"Account.Number_Of_Ours__c\",\"Metadata\":{\"label\":\"Number\",\"type\":\"Text\","
                        + "\"length\":20,\"unique\":true,\"externalId\":true}}");
        var set = client.one("SELECT Id FROM PermissionSet WHERE Name = 'Fairpatch_Integration'", "Id");
        client.done(
                "POST",
                DATA + "/sobjects/FieldPermissions",
                ("{\"ParentId\":\"%s\",\"SobjectType\":\"Account\",\"Field\":\"Account.Number_Of_Ours__c\","
                                + "\"PermissionsRead\":true,\"PermissionsEdit\":true}")
                        .formatted(set));
        var accounts = DATA + "/sobjects/Account/";
        var first = accounts + client.idOfAccount("Account 1");
        client.done("PATCH", first, "{\"Number_Of_Ours__c\":\"a7\"}");

        var second = client.send("PATCH", accounts + client.idOfAccount("Account 2"), "{\"Number_Of_Ours__c\":\"A7\"}");

        assertThat(second.body())
                .contains("DUPLICATE_VALUE", "Number_Of_Ours__c duplicates value on record with id: 001");
        assertThat(client.send("PATCH", first, "{\"Number_Of_Ours__c\":\"A7\"}").statusCode())
                .isEqualTo(204);
        assertThat(client.get(DATA + "/sobjects/Account/describe").body()).contains("\"unique\":true");
    }

    private String tooling(String soql) throws IOException {
        return client.get(DATA + "/tooling/query/?q=" + encoded(soql)).body();
    }

    /** {@code sf package installed list}. */
    @Test
    void no_packages_are_installed() throws IOException {
        var packages = "SELECT Id, SubscriberPackage.Name, SubscriberPackageVersion.IsManaged,"
                + " SubscriberPackageVersion.Package2ContainerOptions FROM InstalledSubscriberPackage"
                + " ORDER BY SubscriberPackageId";

        assertThat(tooling(packages)).contains("\"totalSize\":0");
        assertThat(client.query(packages).toString()).contains("INVALID_TYPE");
    }

    /** Boxes in which one types a name. */
    @Test
    void names_are_suggested_while_they_are_typed() throws IOException {
        var answer = client.done("GET", DATA + "/search/suggestions?q=acc&sobject=Account&limit=3", "");

        assertThat(answer.path("autoSuggestResults")).hasSize(3);
        assertThat(answer.path("autoSuggestResults").path(0).path("Name").asText())
                .startsWith("Account ");
        assertThat(answer.path("hasMoreResults").asBoolean()).isTrue();
    }

    private static String encoded(String soql) {
        return URLEncoder.encode(soql, StandardCharsets.UTF_8);
    }
}
