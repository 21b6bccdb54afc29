package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.store.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rep says on the card in the CRM lands beside the account, once. */
@Tag("H6")
class CrmFeedbackTest {
    @TempDir
    private Path home;

    @Test
    void each_word_comes_once_and_an_org_without_the_object_has_said_nothing() {
        try (var org = LiveOrg.generated(20, 2, home.resolve("state"), Clock.systemUTC())) {
            var shell = shell(org);
            var before = shell.run("sync", "--json");
            assertThat(before.code()).as(before.err()).isZero();
            assertThat(before.json().path("feedback").asInt()).isZero();

            var deployed = shell.run("fields", "deploy", "--yes", "--assign", user(org), "--json");
            assertThat(deployed.code()).as(deployed.err()).isZero();
            mayWrite(org);
            say(org, "Their buyer left for a competitor");
            say(org, "=HYPERLINK(1)");
            var first = shell.run("sync", "--json");
            var again = shell.run("sync", "--json");

            assertThat(first.json().path("feedback").asInt()).isEqualTo(2);
            assertThat(again.json().path("feedback").asInt()).isZero();
            say(org, "And back again");
            assertThat(shell.run("sync", "--json").json().path("feedback").asInt())
                    .isEqualTo(1);
        }
    }

    /** The card writes as the rep, who has a permission set of their own. */
    private static void mayWrite(LiveOrg org) {
        String set = org.query("SELECT Id FROM PermissionSet WHERE Name = 'Fairpatch_Rep'")
                .get(0)
                .path("Id")
                .asText();
        String user = org.query("SELECT Id FROM User WHERE Username = '" + user(org) + "'")
                .get(0)
                .path("Id")
                .asText();
        org.create("PermissionSetAssignment", "{\"AssigneeId\":\"" + user + "\",\"PermissionSetId\":\"" + set + "\"}");
    }

    private static void say(LiveOrg org, String message) {
        String account =
                org.query("SELECT Id FROM Account LIMIT 1").get(0).path("Id").asText();
        org.create("Territory_Feedback__c", "{\"Account__c\":\"" + account + "\",\"Message__c\":\"" + message + "\"}");
    }

    private static String user(LiveOrg org) {
        return org.query("SELECT Username FROM User WHERE Username LIKE 'integration@%'")
                .get(0)
                .path("Username")
                .asText();
    }

    private Shell shell(LiveOrg org) {
        var variables = new HashMap<>(TestDatabase.variables());
        variables.putAll(Map.of("FAIRPATCH_HOME", home.toString()));
        variables.putAll(org.signIn());
        return new Shell(variables, Clock.systemUTC());
    }
}
