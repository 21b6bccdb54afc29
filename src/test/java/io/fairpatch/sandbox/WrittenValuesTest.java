package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the org keeps of the values that clients send, and how queries compare it. */
class WrittenValuesTest extends OrgOfItsOwn {
    @Test
    void space_around_a_text_is_cut_off_and_a_text_of_space_is_null() throws IOException {
        var id = client.idOfAccount("Account 4");

        patch(id, "{\"Name\":\"  Acme  Inc \\n\",\"Site\":\" \\t \",\"External_Id__c\":\" Z-1 \"}");

        var record = client.query("SELECT Name, Site, External_Id__c FROM Account WHERE Id = '" + id + "'")
                .path("records")
                .path(0);
        assertThat(record.path("Name").asText()).isEqualTo("Acme  Inc");
        assertThat(record.path("Site").isNull()).isTrue();
        assertThat(record.path("External_Id__c").asText()).isEqualTo("Z-1");
        patch(id, "{\"Industry\":\"eNERGY\",\"Rating\":\"lukewarm\"}");
        assertThat(client.one("SELECT Industry FROM Account WHERE Id = '" + id + "'", "Industry"))
                .isEqualTo("Energy");
        assertThat(client.one("SELECT Rating FROM Account WHERE Id = '" + id + "'", "Rating"))
                .isEqualTo("lukewarm");
        assertThat(patch(id, "{\"Name\":\"  \"}")).contains("REQUIRED_FIELD_MISSING");
    }

    @ParameterizedTest
    @CsvSource({
        "Account, NumberOfEmployees, 100000000, NUMBER_OUTSIDE_VALID_RANGE",
        "Account, AnnualRevenue, '\"\"', Cannot deserialize instance of currency from VALUE_STRING value  or",
        "Account, Territory_Assigned_Date__c, '\"\"', Cannot deserialize instance of date",
        "Event, StartDateTime, '\"2026-01-02 10:00:00\"', Cannot deserialize instance of datetime",
        "Contact, Email, '\"ann at acme\"', INVALID_EMAIL_ADDRESS",
        "Case, IsEscalated, null, INVALID_TYPE_ON_FIELD_IN_RECORD"
    })
    void what_a_field_can_not_hold_is_refused(String object, String field, String value, String code)
            throws IOException {
        var name = object.equals("Account") ? "Name" : object.equals("Contact") ? "LastName" : "Subject";
        var body = "{\"%s\":\"A\",\"%s\":%s}".formatted(name, field, value);

        assertThat(client.send("POST", DATA + "/sobjects/" + object, body).body())
                .contains(code);
    }

    @Test
    void of_rows_of_one_request_that_mean_the_same_record_none_is_written() throws IOException {
        var id = client.idOfAccount("Account 4");
        var other = client.idOfAccount("Account 5");
        var body = "{\"records\":[%s,%s,%s]}".formatted(row(id, "N"), row(id.substring(0, 15), "S"), row(other, "O"));

        var answer = client.json("PATCH", DATA + "/composite/sobjects", body);
        var job = ingest("upsert", "External_Id__c,Name\nq-1,One\nQ-1,Two\nQ-2,Three\n");

        assertThat(answer.findValuesAsText("success")).containsExactly("false", "false", "true");
        assertThat(answer.path(0).toString()).contains("DUPLICATE_VALUE", "Duplicate id specified");
        assertThat(client.one("SELECT Territory__c FROM Account WHERE Id = '" + id + "'", "Territory__c"))
                .isEqualTo("null");
        assertThat(client.get(job + "/failedResults").body().lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.contains("DUPLICATE_VALUE:Duplicate external id specified: q-1:External_Id__c --"));
        assertThat(client.query("SELECT Id FROM Account WHERE External_Id__c LIKE 'q-%'")
                        .path("totalSize")
                        .asInt())
                .isOne();
    }

    @Test
    void days_begin_when_they_do_where_the_user_is(@TempDir Path folder) throws IOException {
        var evening = Clock.fixed(Instant.parse("2024-01-05T03:00:00Z"), ZoneOffset.UTC);
        try (var pacific = Sandbox.start(TestOrg.config(folder), TestOrg.data(), evening)) {
            var there = new Client(pacific);

            assertThat(there.one("SELECT Name FROM Account WHERE CreatedDate = TODAY", "Name"))
                    .isEqualTo("Account 4");
            assertThat(there.query("SELECT Name FROM Account WHERE CreatedDate = LAST_N_DAYS:1")
                            .path("records")
                            .findValuesAsText("Name"))
                    .hasSize(2)
                    .contains("Account 4");
        }
    }

    @Test
    void ids_are_in_the_order_in_which_they_were_given(@TempDir Path folder) throws IOException {
        var many = TestOrg.manyAccounts(200);
        try (var large = Sandbox.start(TestOrg.config(folder), many, Clock.systemUTC())) {
            var there = new Client(large);
            var ids = there.query("SELECT Id FROM Account ORDER BY Id").findValuesAsText("Id");
            var after = "SELECT COUNT(Id) n, MIN(Id) least FROM Account WHERE Id > '" + ids.get(99) + "'";

            assertThat(ids).hasSize(200).isSorted();
            assertThat(there.one(after, "n")).isEqualTo("100");
            assertThat(there.one(after, "least")).isEqualTo(ids.get(100));
        }
    }

    @Test
    void a_case_is_closed_by_its_status_and_a_person_s_activity_belongs_to_his_account() throws IOException {
        var account = client.idOfAccount("Account 4");
        var contact = create("Contact", "{\"LastName\":\"Ito\",\"AccountId\":\"" + account + "\"}");

        create("Task", "{\"Subject\":\"Visit\",\"WhoId\":\"" + contact + "\"}");
        create("Case", "{\"Subject\":\"Help\",\"Status\":\"Closed\"}");

        assertThat(client.one("SELECT AccountId FROM Task WHERE Subject = 'Visit'", "AccountId"))
                .isEqualTo(account);
        assertThat(client.one("SELECT IsClosed FROM Case", "IsClosed")).isEqualTo("true");
    }

    @Test
    void no_record_loses_its_owner_or_its_status_and_a_converted_lead_stays_as_it_is() throws IOException {
        var account = client.idOfAccount("Account 4");
        var task = create("Task", "{\"Subject\":\"Visit\",\"Status\":\"In Progress\"}");
        var lead = create("Lead", "{\"LastName\":\"Ito\",\"Company\":\"Ito\"}");
        client.soap(
                "<convertLead><leadConverts><leadId>%s</leadId><convertedStatus>Closed - Converted</convertedStatus>"
                                .formatted(lead)
                        + "</leadConverts></convertLead>");

        client.done("PATCH", DATA + "/sobjects/Task/" + task, "{\"Status\":null}");

        assertThat(client.one("SELECT Status FROM Task WHERE Id = '" + task + "'", "Status"))
                .isEqualTo("In Progress");
        assertThat(patch(account, "{\"OwnerId\":null}")).contains("owner cannot be blank");
        assertThat(client.send("PATCH", DATA + "/sobjects/Lead/" + lead, "{\"Company\":\"Other\"}")
                        .body())
                .contains("CANNOT_UPDATE_CONVERTED_LEAD");
    }

    @Test
    void a_visit_moves_the_last_activity_of_its_account_and_the_stamp_of_the_system_alone() throws IOException {
        var query = "SELECT LastActivityDate, LastModifiedDate, SystemModstamp FROM Account WHERE Name = 'Account 4'";
        var account = client.idOfAccount("Account 4");
        var before = client.query(query).path("records").path(0);

        var visit = create(
                "Task", "{\"Status\":\"Completed\",\"ActivityDate\":\"2026-03-01\",\"WhatId\":\"" + account + "\"}");
        var after = client.query(query).path("records").path(0);
        client.done("PATCH", DATA + "/sobjects/Task/" + visit, "{\"ActivityDate\":\"2026-02-01\"}");
        var earlier = client.one(query, "LastActivityDate");
        client.done("DELETE", DATA + "/sobjects/Task/" + visit, "");

        assertThat(after.path("LastActivityDate").asText()).isEqualTo("2026-03-01");
        assertThat(after.path("LastModifiedDate")).isEqualTo(before.path("LastModifiedDate"));
        assertThat(after.path("SystemModstamp")).isNotEqualTo(before.path("SystemModstamp"));
        assertThat(earlier).isEqualTo("2026-02-01");
        assertThat(client.one(query, "LastActivityDate")).isEqualTo("null");
    }

    private String create(String object, String body) throws IOException {
        return client.done("POST", DATA + "/sobjects/" + object, body)
                .path("id")
                .asText();
    }

    private static String row(String id, String territory) {
        return "{\"attributes\":{\"type\":\"Account\"},\"id\":\"%s\",\"Territory__c\":\"%s\"}".formatted(id, territory);
    }

    private String ingest(String operation, String csv) throws IOException {
        var jobs = DATA + "/jobs/ingest";
        var head = "{\"operation\":\"%s\",\"object\":\"Account\",\"externalIdFieldName\":\"External_Id__c\"}";
        var job = jobs + "/"
                + client.json("POST", jobs, head.formatted(operation))
                        .path("id")
                        .asText();
        client.send("PUT", job + "/batches", csv, "Content-Type", "text/csv");
        client.send("PATCH", job, "{\"state\":\"UploadComplete\"}");
        client.ended(job);
        return job;
    }

    private String patch(String id, String body) throws IOException {
        return client.send("PATCH", DATA + "/sobjects/Account/" + id, body).body();
    }
}
