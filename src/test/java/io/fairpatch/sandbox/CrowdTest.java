package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty clients at once, each with records of its own: nothing is lost, mixed up or refused. */
@Tag("long")
class CrowdTest {
    private static final int CLIENTS = 50;
    private static final int RECORDS = 100;
    private static final int ROUNDS = 4;

    @Test
    void fifty_clients_read_and_write_side_by_side(@TempDir Path folder) throws Exception {
        var data = TestOrg.manyAccounts(CLIENTS * RECORDS);
        try (var sandbox = Sandbox.start(TestOrg.config(folder), data, Clock.systemUTC())) {
            var ids = new Client(sandbox)
                    .all("SELECT Id FROM Account ORDER BY Id").stream()
                            .map(row -> row.path("Id").asText())
                            .toList();
            var threads = Executors.newFixedThreadPool(CLIENTS);
            try {
                var all = threads.invokeAll(IntStream.range(0, CLIENTS)
                        .mapToObj(i -> work(new Client(sandbox), i, ids.subList(i * RECORDS, (i + 1) * RECORDS)))
                        .toList());
                for (var one : all) {
                    assertThat(one.get()).isTrue();
                }
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause());
            } finally {
                threads.shutdownNow();
            }
            var written = new Client(sandbox).log();
            assertThat(written).hasSize(CLIENTS * RECORDS * ROUNDS);
            assertThat(written.stream().map(CrowdTest::line).distinct()).hasSize(CLIENTS * RECORDS * ROUNDS);
        }
    }

    private static String line(JsonNode write) {
        return write.path("id").asText() + write.path("field").asText() + write.path("after");
    }

    private static Callable<Boolean> work(Client client, int number, List<String> own) {
        return () -> {
            for (int round = 0; round < ROUNDS; round++) {
                var value = "T" + number + "-" + round;
                if (round % 2 == 0) {
                    bulk(client, own, value);
                } else {
                    collection(client, own, value);
                }
                var read = client.all("SELECT Id FROM Account WHERE Territory__c = '" + value + "' ORDER BY Id");
                assertThat(read.stream().map(row -> row.path("Id").asText())).containsExactlyElementsOf(own);
                client.json("GET", Client.DATA + "/sobjects/Account/describe", "");
            }
            return true;
        };
    }

    private static void bulk(Client client, List<String> own, String value) throws IOException {
        var jobs = Client.DATA + "/jobs/ingest";
        var job = jobs + "/"
                + client.json("POST", jobs, "{\"object\":\"Account\",\"operation\":\"update\",\"lineEnding\":\"LF\"}")
                        .path("id")
                        .asText();
        var rows = own.stream()
                .map(id -> id + "," + value + "\n")
                .collect(Collectors.joining("", "Id,Territory__c\n", ""));
        client.send("PUT", job + "/batches", rows, "Content-Type", "text/csv");
        client.send("PATCH", job, "{\"state\":\"UploadComplete\"}");
        assertThat(client.ended(job).path("numberRecordsFailed").asInt()).isZero();
    }

    private static void collection(Client client, List<String> own, String value) throws IOException {
        var records = new ArrayList<String>();
        for (var id : own) {
            records.add("{\"attributes\":{\"type\":\"Account\"},\"id\":\"%s\",\"Territory__c\":\"%s\"}"
                    .formatted(id, value));
        }
        var answer = client.json(
                "PATCH", Client.DATA + "/composite/sobjects", "{\"records\":[" + String.join(",", records) + "]}");
        assertThat(answer.findValues("success")).hasSize(RECORDS).allMatch(JsonNode::asBoolean);
    }
}
