package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What else a deletion deletes, what comes back, and what can't be deleted or merged at all. */
class DeletionsTest extends OrgOfItsOwn {
    @Test
    void an_account_takes_along_what_is_nothing_without_it_and_empties_other_lookups() throws IOException {
        var account = client.idOfAccount("Account 4");
        var contact = create("Contact", "{\"LastName\":\"Ito\",\"AccountId\":\"" + account + "\"}");
        var deal = deal(account, "Verbal");
        var ofContact = create("Task", "{\"Subject\":\"Call\",\"WhoId\":\"" + contact + "\"}");
        var ofDeal = create("Task", "{\"Subject\":\"Mail\",\"WhatId\":\"" + deal + "\"}");
        var elsewhere = create(
                "Task", "{\"WhoId\":\"%s\",\"WhatId\":\"%s\"}".formatted(contact, client.idOfAccount("Account 2")));
        var child = create("Account", "{\"Name\":\"Child\",\"ParentId\":\"" + account + "\"}");

        assertThat(delete("Account", account)).isEqualTo(204);

        assertThat(there("Contact", contact)).isFalse();
        assertThat(there("Opportunity", deal)).isFalse();
        assertThat(there("Task", ofContact)).isFalse();
        assertThat(there("Task", ofDeal)).isFalse();
        assertThat(deleted("Opportunity", deal)).isTrue();
        assertThat(field("Account", child, "ParentId")).isEqualTo("null");
        assertThat(field("Task", elsewhere, "WhoId")).isEqualTo("null");

        soap("undelete", account);

        assertThat(there("Contact", contact)).isTrue();
        assertThat(there("Task", ofDeal)).isTrue();
        assertThat(field("Account", child, "ParentId")).isEqualTo(account);
        assertThat(field("Task", elsewhere, "WhoId")).isEqualTo(contact);
    }

    @Test
    void what_was_deleted_before_its_account_stays_deleted_and_what_got_another_parent_keeps_it() throws IOException {
        var account = client.idOfAccount("Account 4");
        var other = client.idOfAccount("Account 2");
        var contact = create("Contact", "{\"LastName\":\"Ito\",\"AccountId\":\"" + account + "\"}");
        var child = create("Account", "{\"Name\":\"Child\",\"ParentId\":\"" + account + "\"}");
        delete("Contact", contact);
        delete("Account", account);
        client.done("PATCH", DATA + "/sobjects/Account/" + child, "{\"ParentId\":\"" + other + "\"}");

        soap("undelete", account);

        assertThat(there("Contact", contact)).isFalse();
        assertThat(field("Account", child, "ParentId")).isEqualTo(other);
    }

    @Test
    void what_is_removed_for_good_takes_along_what_had_gone_with_it() throws IOException {
        var account = client.idOfAccount("Account 4");
        var deal = deal(account, "Verbal");
        delete("Account", account);

        soap("emptyRecycleBin", account);

        assertThat(deleted("Opportunity", deal)).isFalse();
    }

    @Test
    void an_account_with_cases_or_won_deals_can_not_be_deleted_where_the_org_is_as_strict_as_real_ones()
            throws IOException {
        client.done("POST", "/__sandbox/state", "{\"kind\":\"deletes-blocked\"}");
        var account = client.idOfAccount("Account 4");
        var won = deal(account, "Closed Won");
        assertThat(refusal("Account", account)).contains("DELETE_FAILED", "closed won", won);
        delete("Opportunity", won);

        var supportCase = create("Case", "{\"Subject\":\"Help\",\"AccountId\":\"" + account + "\"}");
        assertThat(refusal("Account", account)).contains("associated with the following cases", supportCase);
        delete("Case", supportCase);

        assertThat(delete("Account", account)).isEqualTo(204);
    }

    @Test
    void a_merge_takes_the_given_values_and_leaves_no_member_twice_on_a_team() throws IOException {
        var master = client.idOfAccount("Account 4");
        var other = client.idOfAccount("Account 2");
        var user = client.one("SELECT Id FROM User WHERE Name = 'Ann Arbor'", "Id");
        for (var id : new String[] {master, other}) {
            create("AccountTeamMember", "{\"AccountId\":\"%s\",\"UserId\":\"%s\"}".formatted(id, user));
        }

        client.soap(("<merge><request><masterRecord><type>Account</type><Id>%s</Id><Industry>Media</Industry>"
                        + "</masterRecord><recordToMergeIds>%s</recordToMergeIds></request></merge>")
                .formatted(master, other));

        assertThat(field("Account", master, "Industry")).isEqualTo("Media");
        assertThat(client.query("SELECT Id FROM AccountTeamMember")
                        .path("totalSize")
                        .asInt())
                .isOne();
        soap("undelete", other);
        assertThat(field("Account", other, "MasterRecordId")).isEqualTo("null");
    }

    @Test
    void no_record_is_merged_twice_or_into_itself() throws IOException {
        var one = client.idOfAccount("Account 1");
        var two = client.idOfAccount("Account 2");
        for (var others : List.of(List.of(one), List.of(two, two), List.of(two, one))) {
            var ids = others.stream()
                    .map(id -> "<recordToMergeIds>" + id + "</recordToMergeIds>")
                    .collect(Collectors.joining());
            assertThat(client.soap("<merge><request><masterRecord><type>Account</type><Id>" + one
                            + "</Id></masterRecord>" + ids + "</request></merge>"))
                    .contains("<success>false</success>", "Duplicate id specified");
        }
        assertThat(client.idOfAccount("Account 1")).isEqualTo(one);
        assertThat(client.idOfAccount("Account 2")).isEqualTo(two);
    }

    @Test
    void nobody_merges_records_that_he_may_not_delete() throws IOException {
        client.send("POST", "/__sandbox/state", "{\"kind\":\"minimum-access\",\"params\":{}}");
        var master = client.idOfAccount("Account 4");
        var other = client.idOfAccount("Account 2");

        var answer = client.soap(("<merge><request><masterRecord><type>Account</type><Id>%s</Id></masterRecord>"
                        + "<recordToMergeIds>%s</recordToMergeIds></request></merge>")
                .formatted(master, other));

        assertThat(answer).contains("INSUFFICIENT_ACCESS");
        assertThat(there("Account", other)).isTrue();
    }

    private String deal(String account, String stage) throws IOException {
        return create(
                "Opportunity",
                "{\"Name\":\"Deal\",\"AccountId\":\"%s\",\"StageName\":\"%s\",\"CloseDate\":\"2026-01-31\"}"
                        .formatted(account, stage));
    }

    private String create(String object, String body) throws IOException {
        return client.done("POST", DATA + "/sobjects/" + object, body)
                .path("id")
                .asText();
    }

    private int delete(String object, String id) throws IOException {
        return client.send("DELETE", DATA + "/sobjects/" + object + "/" + id, "")
                .statusCode();
    }

    private String refusal(String object, String id) throws IOException {
        var answer = client.send("DELETE", DATA + "/sobjects/" + object + "/" + id, "");
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private void soap(String call, String id) throws IOException {
        assertThat(client.soap("<%1$s><ids>%2$s</ids></%1$s>".formatted(call, id)))
                .contains("<success>true</success>");
    }

    private boolean there(String object, String id) throws IOException {
        var found = client.query("SELECT Id FROM %s WHERE Id = '%s'".formatted(object, id));
        return found.path("totalSize").asInt() == 1;
    }

    private boolean deleted(String object, String id) throws IOException {
        var soql = "SELECT Id FROM %s WHERE Id = '%s' AND IsDeleted = true".formatted(object, id);
        var path = DATA + "/queryAll?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        return client.json("GET", path, "").path("totalSize").asInt() == 1;
    }

    private String field(String object, String id, String name) throws IOException {
        return client.one("SELECT %s FROM %s WHERE Id = '%s'".formatted(name, object, id), name);
    }
}
