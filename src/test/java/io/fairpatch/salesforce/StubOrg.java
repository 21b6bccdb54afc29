package io.fairpatch.salesforce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** Answers single calls byte by byte as a test scripts them, at a real socket: for faults that no well-behaved org shows. */
final class StubOrg implements AutoCloseable {
    static final String SECRET = "s3cret-of-the-app";
    static final String DATA = "/services/data/v66.0";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    StubOrg() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        on("POST /services/oauth2/token", this::token);
        on("GET /services/data", json("[{\"version\":\"59.0\"},{\"version\":\"66.0\"},{\"version\":\"68.0\"}]"));
    }

    /** Further calls of the same line get further answers; the last one stays. */
    StubOrg on(String line, Answer... inOrder) {
        answers.put(line, new ArrayDeque<>(Arrays.asList(inOrder)));
        return this;
    }

    SalesforceOrg connect() {
        return connect(pace());
    }

    SalesforceOrg connect(Pace pace) {
        var settings = SalesforceSettings.of(url(), new SignIn.ClientCredentials("app", SECRET))
                .withPace(pace);
        return SalesforceOrg.connect(settings, Clock.systemUTC());
    }

    static Pace pace() {
        return pace(3, Duration.ofSeconds(5), 50_000);
    }

    /** A short one, in which a job may take so long. */
    static Pace pace(int attempts, Duration job, int pageRows) {
        return new Pace(
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofMillis(400),
                attempts,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                job,
                pageRows);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Request> requests(String line) {
        return requests.stream().filter(request -> request.line().equals(line)).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var line = exchange.getRequestMethod() + " " + uri.getPath().replaceAll("/$", "");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var token = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add(
                    new Request(line, uri.getQuery() == null ? "" : uri.getQuery(), body, token == null ? "" : token));
            next(line).send(exchange);
        }
    }

    private synchronized Answer next(String line) {
        var queue = answers.get(line);
        if (queue == null) {
            return error(404, "NOT_FOUND", "nothing is scripted for " + line);
        }
        return queue.size() > 1 ? queue.remove() : queue.element();
    }

    private void token(HttpExchange exchange) throws IOException {
        int number = requests("POST /services/oauth2/token").size();
        json("{\"access_token\":\"token-" + number + "\",\"instance_url\":\"" + url()
                        + "\",\"id\":\"https://login/id/00D000000000001EAA/005000000000001AAA\"}")
                .send(exchange);
    }

    static Answer json(String json) {
        return answer(200, json, "Content-Type", "application/json");
    }

    static Answer error(int status, String code, String message) {
        return answer(
                status,
                "[{\"errorCode\":\"" + code + "\",\"message\":\"" + message + "\"}]",
                "Content-Type",
                "application/json");
    }

    static Answer html(int status) {
        return answer(
                status,
                "<html><head><title>Hold on</title></head><body>We are setting things up</body></html>",
                "Content-Type",
                "text/html");
    }

    static Answer page(int rows, String locator, String csv) {
        return answer(
                200, csv, "Sforce-NumberOfRecords", "" + rows, "Sforce-Locator", locator, "Content-Type", "text/csv");
    }

    static Answer answer(int status, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            setHeaders(exchange, headers);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Answer bytes(byte[] body, String... headers) {
        return exchange -> {
            setHeaders(exchange, headers);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Declares more bytes than it sends, then closes the connection. */
    static Answer cut(byte[] body, String... headers) {
        return exchange -> {
            setHeaders(exchange, headers);
            exchange.sendResponseHeaders(200, body.length + 1_000);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends a part, then nothing more, keeping the connection open. */
    Answer stalled(String body, String... headers) {
        return exchange -> {
            setHeaders(exchange, headers);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Takes the request, then closes the connection without a word. */
    static Answer silence() {
        return HttpExchange::close;
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void setHeaders(HttpExchange exchange, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
    }

    /** How one call is answered. */
    interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    /** One call as it arrived. */
    record Request(String line, String query, String body, String token) {}
}
