package io.fairpatch.sandbox;

import static io.fairpatch.sandbox.Client.DATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String[] READ = {
        "SELECT Id, Name, OwnerId, Industry, Territory__c, Territory_Score__c, IsDeleted, CreatedDate, LastModifiedDate,"
                + " LastModifiedById, SystemModstamp FROM Account",
        "SELECT Id, Name, StageName, IsClosed, IsWon, Probability, ExpectedRevenue, FiscalQuarter, CloseDate,"
                + " CreatedDate, SystemModstamp FROM Opportunity",
        "SELECT Id, Subject, WhatId, AccountId, Status, IsClosed, SystemModstamp FROM Task",
        "SELECT Id, Name, Username, CreatedDate, SystemModstamp FROM User",
        "SELECT Id, MasterLabel, SystemModstamp FROM OpportunityStage"
    };

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("kept/journal.ndjson");
    }

    private Sandbox start() {
        return start(Clock.systemUTC());
    }

    private Sandbox start(Clock clock) {
        return Sandbox.start(TestOrg.config(folder).keptIn(file()), TestOrg.data(), clock);
    }

    @Test
    void what_was_written_by_bulk_and_rest_is_there_after_a_restart_with_values_stamps_and_log() throws IOException {
        String written;
        Set<String> jobs;
        try (var sandbox = start()) {
            var client = new Client(sandbox);
            writeByBulk(client);
            writeByRest(client);
            written = state(client);
            jobs = jobs(written);
        }

        try (var sandbox = start(Clock.offset(Clock.systemUTC(), Duration.ofDays(40)))) {
            var client = new Client(sandbox);
            assertThat(state(client)).isEqualTo(written).contains("Größe \\\"XL\\\"", "\"IsDeleted\"");
            writeByBulk(client);
            assertThat(jobs(state(client))).as("ids of jobs are new").hasSize(2).containsAll(jobs);
            assertThat(client.idOfAccount("Newest")).isNotEmpty();
        }
        try (var sandbox = start()) {
            assertThat(jobs(state(new Client(sandbox)))).hasSize(2);
        }
    }

    private static void writeByBulk(Client client) throws IOException {
        var path = DATA + "/jobs/ingest";
        var job = path + "/"
                + client.json("POST", path, "{\"object\":\"Account\",\"operation\":\"update\",\"lineEnding\":\"LF\"}")
                        .path("id")
                        .asText();
        var csv =
                "Id,Industry,Territory__c,Territory_Score__c\n%s,#N/A,\"Größe \"\"XL\"\"\",71.26\n%s,Energy,,12345.6\n"
                        .formatted(client.idOfAccount("Account 1"), client.idOfAccount("Account 2"));
        client.send("PUT", job + "/batches/", csv, "Content-Type", "text/csv");
        client.send("PATCH", job, "{\"state\":\"UploadComplete\"}");
        assertThat(client.ended(job).path("numberRecordsProcessed").asInt()).isEqualTo(2);
    }

    private static void writeByRest(Client client) throws IOException {
        var objects = DATA + "/sobjects/";
        var one = client.idOfAccount("Account 1");
        create(client, "Account", "{\"Name\":\"Newest\",\"Industry\":\"Retail\"}");
        var deal = create(
                client,
                "Opportunity",
                "{\"Name\":\"Late\",\"AccountId\":\"%s\",\"StageName\":\"Closed Won\",\"Amount\":99.5,\"CloseDate\":\"2024-07-01\"}"
                        .formatted(one));
        client.send("PATCH", objects + "Opportunity/" + deal, "{\"StageName\":\"Closed Lost\"}");
        create(client, "Task", "{\"Subject\":\"Call\",\"WhatId\":\"%s\",\"Status\":\"Completed\"}".formatted(deal));
        client.send("DELETE", objects + "Account/" + client.idOfAccount("Account 7"), "");
        var team = create(
                client,
                "AccountTeamMember",
                "{\"AccountId\":\"%s\",\"UserId\":\"%s\"}".formatted(one, client.one("SELECT Id FROM User", "Id")));
        client.send("DELETE", objects + "AccountTeamMember/" + team, "");
    }

    private static String create(Client client, String object, String body) throws IOException {
        var id = client.json("POST", DATA + "/sobjects/" + object, body)
                .path("id")
                .asText();
        assertThat(id).as("id of the new " + object).hasSize(18);
        return id;
    }

    private static String state(Client client) throws IOException {
        var state = new StringBuilder();
        for (var soql : READ) {
            state.append(client.query(soql).path("records").toPrettyString()).append('\n');
        }
        return state.append(client.get("/__sandbox/log").body()).toString();
    }

    private static Set<String> jobs(String state) {
        var jobs = new TreeSet<String>();
        Pattern.compile("\"job\":\"(\\w+)\"").matcher(state).results().forEach(hit -> jobs.add(hit.group(1)));
        return jobs;
    }

    @Test
    void a_line_torn_by_a_kill_is_cut_off_and_the_next_write_follows_the_last_whole_one() throws IOException {
        try (var sandbox = start()) {
            create(new Client(sandbox), "Account", "{\"Name\":\"Whole\"}");
        }
        var whole = Files.size(file());
        Files.writeString(file(), "{\"stamp\":17,\"user\":\"00", StandardOpenOption.APPEND);

        try (var sandbox = start()) {
            assertThat(Files.size(file())).isEqualTo(whole);
            create(new Client(sandbox), "Account", "{\"Name\":\"After\"}");
        }
        try (var sandbox = start()) {
            var client = new Client(sandbox);
            assertThat(client.idOfAccount("Whole")).isNotEmpty();
            assertThat(client.idOfAccount("After")).isNotEmpty();
            assertThat(client.get("/__sandbox/log").body().lines()).hasSize(2);
        }
    }

    @Test
    void writes_of_another_org_and_a_file_in_use_are_refused() {
        try (var sandbox = start()) {
            assertThat(sandbox.info().instanceUrl()).isNotEmpty();
            assertThatThrownBy(this::start).isInstanceOfSatisfying(FairpatchException.class, e -> assertThat(e.code())
                    .isEqualTo(ErrorCode.HOME_IN_USE));
        }
        var other = TestOrg.config(folder).keptIn(file());
        assertThatThrownBy(() -> Sandbox.start(other, TestOrg.manyAccounts(5), Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        FairpatchException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SANDBOX_JOURNAL))
                .hasMessageContaining("do not fit this org");
    }
}
