package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a Lightning component sees by uiRecordApi and uiObjectInfoApi, and what sf asks the Tooling API. */
class UiApiTest extends OrgOfItsOwn {
    private static final String RECORDS = DATA + "/ui-api/records/";

    @Test
    void a_record_comes_with_its_fields_and_parents_and_without_those_that_may_be_missing() throws IOException {
        var id = client.idOfAccount("Account 1");

        var record = client.done(
                "GET", RECORDS + id + "?fields=Account.Name&optionalFields=Account.Owner.Name,Account.Nope__c", "");

        assertThat(record.path("apiName").asText()).isEqualTo("Account");
        assertThat(record.at("/fields/Name/value").asText()).isEqualTo("Account 1");
        assertThat(record.at("/fields/Owner/displayValue").asText()).isEqualTo("Bob Bärlin");
        assertThat(record.at("/fields/Owner/value/fields/Name/value").asText()).isEqualTo("Bob Bärlin");
        assertThat(record.path("fields").has("Nope__c")).isFalse();
        assertThat(client.get(RECORDS + id + "?fields=Account.Nope__c").statusCode())
                .isEqualTo(400);
        assertThat(client.get(RECORDS + id).body()).contains("ILLEGAL_QUERY_PARAMETER_VALUE");
        assertThat(client.get(RECORDS + "001000000000000AAA?fields=Account.Name")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_record_is_made_and_changed_under_the_rules_of_the_org() throws IOException {
        var account = client.idOfAccount("Account 1");
        var made = client.done(
                "POST",
                DATA + "/ui-api/records",
                "{\"apiName\":\"Contact\",\"fields\":{\"LastName\":\"Card\",\"AccountId\":\"" + account + "\"}}");
        var id = made.path("id").asText();
        client.done("PATCH", RECORDS + id, "{\"fields\":{\"LastName\":\"Carder\"}}");

        assertThat(client.one("SELECT LastName FROM Contact WHERE Id = '" + id + "'", "LastName"))
                .isEqualTo("Carder");
        assertThat(client.send("POST", DATA + "/ui-api/records", "{\"apiName\":\"Contact\",\"fields\":{}}")
                        .body())
                .contains("REQUIRED_FIELD_MISSING");
    }

    @Test
    void objects_tell_what_they_are_to_pages_and_to_tools() throws IOException {
        var info = client.done("GET", DATA + "/ui-api/object-info/Account", "");
        assertThat(info.at("/fields/OwnerId/reference").asBoolean()).isTrue();
        assertThat(info.at("/nameFields/0").asText()).isEqualTo("Name");
        assertThat(client.done("GET", DATA + "/ui-api/object-info", "")
                        .path("objects")
                        .path("Account")
                        .path("label")
                        .asText())
                .isEqualTo("Account");
        assertThat(client.done("GET", DATA + "/tooling/sobjects", "")
                        .path("sobjects")
                        .findValuesAsText("name"))
                .contains("EntityDefinition");
        assertThat(client.done("GET", DATA + "/tooling/sobjects/EntityDefinition/describe", "")
                        .path("fields")
                        .findValuesAsText("name"))
                .contains("QualifiedApiName");
    }
}
