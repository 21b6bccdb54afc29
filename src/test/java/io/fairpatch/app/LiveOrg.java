package io.fairpatch.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.app.practice.PracticeOrg;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A running practice org, and a client of its own that looks into it past our adapter. */
final class LiveOrg implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LATENCY = Duration.ofMillis(50);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    private LiveOrg(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static LiveOrg generated(int accounts, int reps, Path state, Clock clock) {
        return start(new PracticeOrg(accounts, reps, null, 1, LocalDate.now(clock)), state, clock);
    }

    static LiveOrg loaded(Path data, Path state, Clock clock) {
        return start(new PracticeOrg(0, null, data, 1, LocalDate.now(clock)), state, clock);
    }

    private static LiveOrg start(PracticeOrg practice, Path state, Clock clock) {
        var config = new SandboxConfig("127.0.0.1", 0, false, 1, null, null, LATENCY, state);
        return new LiveOrg(Sandbox.start(config, practice.load(), clock));
    }

    String url() {
        return sandbox.info().instanceUrl();
    }

    /** The variables that let a command sign in. */
    Map<String, String> signIn() {
        return Map.of(
                "FAIRPATCH_ORG_URL", url(),
                "FAIRPATCH_ORG_CLIENT_ID", sandbox.info().clientId(),
                "FAIRPATCH_ORG_CLIENT_SECRET", sandbox.info().clientSecret());
    }

    /** Arms a fault, given as the controls' JSON. */
    void arm(String fault) {
        send("POST", "/__sandbox/faults", fault);
    }

    /** Every field write the org accepted. */
    List<JsonNode> log() {
        return send("GET", "/__sandbox/log", "")
                .lines()
                .filter(line -> !line.isBlank())
                .map(LiveOrg::parse)
                .toList();
    }

    /** The records of a query, all pages of it. */
    List<JsonNode> query(String soql) {
        var records = new ArrayList<JsonNode>();
        var path = "/services/data/v60.0/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        while (!path.isEmpty()) {
            var page = parse(send("GET", path, ""));
            page.path("records").forEach(records::add);
            path = page.path("nextRecordsUrl").asText("");
        }
        return records;
    }

    /** Changes a record as somebody at the org's own screens would. */
    void change(String object, String id, String fields) {
        send("PATCH", "/services/data/v60.0/sobjects/" + object + "/" + id, fields);
    }

    private String send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + sandbox.info().accessToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + " answered " + answer.statusCode() + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
