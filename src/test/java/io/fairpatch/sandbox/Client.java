package io.fairpatch.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Talks to a sandbox org as any HTTP client would. */
public final class Client {
    public static final String DATA = "/services/data/v67.0";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final SandboxInfo info;
    private final String url;

    public Client(Sandbox sandbox) {
        this(sandbox, sandbox.info().instanceUrl());
    }

    /** @param url by which it comes to the org */
    public Client(Sandbox sandbox, String url) {
        this.info = sandbox.info();
        this.url = url;
    }

    /** A call over HTTP. */
    @FunctionalInterface
    public interface Call<T> {
        T make() throws IOException;
    }

    /** Makes a call where none may fail. */
    public static <T> T unchecked(Call<T> call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + info.accessToken())
                .timeout(PATIENCE);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Posts bytes and reads the JSON that comes back. */
    public JsonNode post(String path, byte[] body, String contentType) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .POST(BodyPublishers.ofByteArray(body))
                .header("Authorization", "Bearer " + info.accessToken())
                .header("Content-Type", contentType)
                .timeout(PATIENCE);
        try {
            return MAPPER.readTree(
                    http.send(request.build(), BodyHandlers.ofString()).body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    public JsonNode json(String method, String path, String body, String... headers) throws IOException {
        return MAPPER.readTree(send(method, path, body, headers).body());
    }

    public JsonNode query(String soql) throws IOException {
        return json("GET", DATA + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), "");
    }

    /** The records that a query finds, all pages of them. */
    public List<JsonNode> all(String soql) throws IOException {
        var records = new ArrayList<JsonNode>();
        var first = DATA + "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        for (var page = done("GET", first, "");
                ;
                page = done("GET", page.path("nextRecordsUrl").asText(), "")) {
            page.path("records").forEach(records::add);
            if (!page.has("nextRecordsUrl")) {
                return records;
            }
        }
    }

    /** What a request answers that must not be refused; a missing node for an empty answer. */
    public JsonNode done(String method, String path, String body) throws IOException {
        var answer = send(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + answer.body());
        }
        return answer.body().isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(answer.body());
    }

    /** Makes a SOAP call of the partner API, given what stands in its body. */
    public String soap(String call) throws IOException {
        var envelope =
                """
                <env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com">\
                <env:Header><SessionHeader><sessionId>%s</sessionId></SessionHeader></env:Header>\
                <env:Body>%s</env:Body></env:Envelope>"""
                        .formatted(info.accessToken(), call);
        var answer = send("POST", "/services/Soap/u/64.0", envelope, "Content-Type", "text/xml");
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return answer.body();
    }

    /** Every field write that the org accepted. */
    public List<JsonNode> log() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : get("/__sandbox/log").body().split("\n")) {
            if (!line.isBlank()) {
                lines.add(MAPPER.readTree(line));
            }
        }
        return lines;
    }

    /** The value of the only field of the only record that a query finds. */
    public String one(String soql, String field) throws IOException {
        return query(soql).path("records").path(0).path(field).asText();
    }

    public String idOfAccount(String name) throws IOException {
        return one("SELECT Id FROM Account WHERE Name = '" + name + "'", "Id");
    }

    /** Polls a job until it has ended. */
    public JsonNode ended(String path) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var job = json("GET", path, "");
            if (job.path("state").asText().matches("JobComplete|Failed|Aborted")) {
                return job;
            }
        }
        throw new IOException("job " + path + " did not end");
    }

    public void arm(String kind, String match, String params) throws IOException {
        var body = "{\"kind\":\"%s\",\"match\":\"%s\",\"params\":%s}".formatted(kind, match, params);
        var answer = send("POST", "/__sandbox/faults", body);
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
    }
}
