package io.fairpatch.bench.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * An org whose accounts are pages in files, served as they are; all else is asked of a small practice org, once, and
 * served as it was answered then, jobs aside. A query of accounts that was seen before is answered from the files
 * recorded for it.
 */
final class RecordedOrg implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\dT[^Z]*Z";

    private record Answer(int status, Map<String, String> headers, byte[] body) {
        void send(HttpExchange exchange) throws IOException {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI practice;
    private final Path folder;
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Recording> byQuery = new ConcurrentHashMap<>();
    private final Map<String, Recording> byJob = new ConcurrentHashMap<>();
    private volatile int rows;
    private volatile int changedRows;

    RecordedOrg(URI practice, Path folder, int rows, int changedRows) throws IOException {
        this.practice = practice;
        this.folder = folder;
        this.rows = rows;
        this.changedRows = changedRows;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "recorded-org");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on the org has so many accounts. */
    void size(int accounts, int changed) {
        rows = accounts;
        changedRows = changed;
        byQuery.clear();
    }

    /** From now on other accounts changed, as many as before. */
    void change() throws IOException {
        for (var asked : byQuery.entrySet()) {
            var before = asked.getValue();
            asked.setValue(before.later(rows));
            if (asked.getValue() != before) {
                before.delete();
            }
        }
    }

    /** The path of a job that brings all accounts. */
    String anyJob() {
        var all = recording(false);
        return byJob.entrySet().stream()
                .filter(entry -> entry.getValue() == all)
                .map(entry -> "/services/data/v66.0/jobs/query/" + entry.getKey())
                .findFirst()
                .orElseThrow();
    }

    Recording recording(boolean changes) {
        return byQuery.entrySet().stream()
                .filter(entry -> entry.getKey().contains(" WHERE ") == changes)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            if (path.endsWith("/jobs/query") && text(body).contains(" FROM Account")) {
                create(exchange, text(body));
                return;
            }
            var job = path.replaceFirst(".*/jobs/query/([^/]+).*", "$1");
            var recording = byJob.get(job);
            if (recording == null) {
                once(exchange, body).send(exchange);
            } else {
                recorded(exchange, path, job, recording);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void create(HttpExchange exchange, String body) throws IOException, InterruptedException {
        var soql = JSON.readTree(body).path("query").asText();
        // windows differ in their moments alone
        var key = soql.replaceAll(" WHERE .*", " WHERE ");
        var recording = byQuery.get(key);
        if (recording == null) {
            boolean changes = soql.contains(" WHERE ");
            var csv = new PracticeRows(practice, token(exchange)).of(soql.replaceAll(" WHERE .*", ""));
            recording = changes ? Recording.changes(folder, csv, changedRows) : Recording.of(folder, csv, rows);
            byQuery.put(key, recording);
        }
        var id = "750" + String.format("%012d", byJob.size() + 1) + "AAA";
        byJob.put(id, recording);
        json(exchange, "{\"id\":\"" + id + "\",\"state\":\"UploadComplete\"}");
    }

    private static void recorded(HttpExchange exchange, String path, String job, Recording recording)
            throws IOException {
        if (path.endsWith("/results")) {
            recording.send(exchange);
        } else if (path.endsWith("/resultPages")) {
            json(exchange, recording.list(path.replace("/resultPages", "/results")));
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            exchange.sendResponseHeaders(204, -1);
        } else {
            json(
                    exchange,
                    "{\"id\":\"" + job + "\",\"state\":\"JobComplete\",\"numberRecordsProcessed\":" + recording.rows()
                            + "}");
        }
    }

    private static String token(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization");
    }

    private Answer once(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var path = exchange.getRequestURI().getPath();
        if (path.contains("/jobs/")) {
            return passOn(exchange, body);
        }
        // windows differ in their moments alone
        var asked = exchange.getRequestURI().toString().replaceAll(MOMENT, "");
        var known = answers.get(asked);
        if (known == null) {
            known = passOn(exchange, body);
            answers.put(asked, known);
        }
        return known;
    }

    private Answer passOn(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        practice.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Content-Type")) {
                request.header(name, values.get(0));
            }
        });
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        var headers = new HashMap<String, String>();
        answer.headers().map().forEach((name, values) -> {
            if (name.startsWith("sforce") || name.equals("content-type")) {
                headers.put(name, values.get(0));
            }
        });
        // the org's own address in its answers must lead here
        var bytes = text(answer.body())
                .replace(practice.toString(), url().toString())
                .getBytes(StandardCharsets.UTF_8);
        return new Answer(answer.statusCode(), headers, bytes);
    }

    private static void json(HttpExchange exchange, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        for (var recording : byQuery.values()) {
            recording.delete();
        }
    }
}
