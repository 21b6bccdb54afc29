package io.fairpatch.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's own record of every field write it accepted. Other orgs have none. */
final class SandboxLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    SandboxLog(String orgUrl) {
        this.address = URI.create(orgUrl + "/__sandbox/log");
    }

    /** A write: which field of which record now holds what. */
    record Entry(long seq, String object, String id, String field, String after) {}

    /** All writes so far, or none for an org that keeps no such log. */
    List<Entry> read() {
        try {
            var reply = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofLines());
            if (reply.statusCode() != 200) {
                return List.of();
            }
            var entries = new ArrayList<Entry>();
            for (var line : reply.body().filter(line -> !line.isBlank()).toList()) {
                entries.add(entry(JSON.readTree(line)));
            }
            return entries;
        } catch (IOException e) {
            throw Problem.of(ErrorCode.ORG_UNREACHABLE, "The sandbox's log can't be read")
                    .at(address.toString())
                    .because(e.getMessage())
                    .exception(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.INTERRUPTED, "Stopped while reading the sandbox's log")
                    .exception(e);
        }
    }

    private static Entry entry(JsonNode line) {
        return new Entry(
                line.path("seq").asLong(),
                line.path("object").asText(),
                line.path("id").asText(),
                line.path("field").asText(),
                line.path("after").isNull() ? "" : line.path("after").asText());
    }
}
