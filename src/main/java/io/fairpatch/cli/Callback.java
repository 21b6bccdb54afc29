package io.fairpatch.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.install.Connecting;
import io.fairpatch.org.ConsentGrant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens on this machine alone for the org's answer to an attempt to connect. */
final class Callback implements AutoCloseable {
    private static final int MINUTES = 10;
    private static final String PATH = "/org/callback";

    private final HttpServer server;
    private final BlockingQueue<Map<String, String>> answers = new ArrayBlockingQueue<>(1);

    private Callback(HttpServer server) {
        this.server = server;
    }

    static Callback listen(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var callback = new Callback(server);
            server.createContext(PATH, callback::handle);
            server.start();
            return callback;
        } catch (IOException e) {
            throw Problem.of(ErrorCode.PORT_IN_USE, "The port " + port + " can't be used")
                    .because(e.getMessage())
                    .maybe("another program has it: choose another with --port and register its callback with the app")
                    .exception(e);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + PATH);
    }

    /** Waits for the answer and ends the attempt with it. */
    ConsentGrant await(Connecting connecting) throws InterruptedException {
        var answer = answers.poll(MINUTES, TimeUnit.MINUTES);
        if (answer == null) {
            throw Problem.of(ErrorCode.ORG_CONSENT, "Nobody came back from the org within ten minutes")
                    .maybe("run ./fairpatch connect again")
                    .exception();
        }
        var state = answer.getOrDefault("state", "");
        var error = answer.get("error");
        if (error != null) {
            throw refused(connecting, state, error, answer.getOrDefault("error_description", ""));
        }
        return connecting.finish(state, answer.getOrDefault("code", ""));
    }

    private static RuntimeException refused(Connecting connecting, String state, String error, String description) {
        try {
            return connecting.refused(state, error, description);
        } catch (FairpatchException e) {
            return e;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean first = answers.offer(query(exchange.getRequestURI().getRawQuery()));
            var text = first
                    ? "Thank you. You may close this page and go back to the terminal."
                    : "This attempt has had its answer already.";
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> query(String raw) {
        var values = new HashMap<String, String>();
        for (String pair : (raw == null ? "" : raw).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    @Override
    public void close() {
        server.stop(1);
    }
}
