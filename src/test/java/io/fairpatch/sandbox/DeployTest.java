package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static io.fairpatch.sandbox.PackageFiles.FIELD;
import static io.fairpatch.sandbox.PackageFiles.files;
import static io.fairpatch.sandbox.PackageFiles.packageXml;
import static io.fairpatch.sandbox.PackageFiles.xml;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A package deployed into an org before the install really adds what it names, and nothing else. */
class DeployTest extends OrgToDeployTo {
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
