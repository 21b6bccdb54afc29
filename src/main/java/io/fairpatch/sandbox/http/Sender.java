package io.fairpatch.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Sends answers, compressed where the client accepts it. */
final class Sender {
    private static final int WITHOUT_BODY = -1;
    private static final int CHUNKED = 0;
    private static final int BUFFER = 1 << 16;

    private final HttpExchange exchange;

    Sender(HttpExchange exchange) {
        this.exchange = exchange;
    }

    void send(Response response) throws IOException {
        var body = response.body();
        if (body == null) {
            head(response);
            exchange.sendResponseHeaders(response.status(), WITHOUT_BODY);
            exchange.close();
            return;
        }
        boolean gzip = acceptsGzip();
        head(gzip ? response.with("Content-Encoding", "gzip") : response);
        exchange.sendResponseHeaders(response.status(), CHUNKED);
        // no try-with-resources: closing a chunked body after a failure would make the cut answer look whole
        var out = exchange.getResponseBody();
        var sink = gzip ? new FastGzip(out) : out;
        body.writeTo(sink);
        sink.close();
        exchange.close();
    }

    /** Sends the headers of the whole answer but only its first bytes; -1 means half of them. */
    void sendPart(Response response, int bytes) throws IOException {
        var whole = new ByteArrayOutputStream();
        if (response.body() != null) {
            response.body().writeTo(whole);
        }
        head(response);
        exchange.sendResponseHeaders(response.status(), Math.max(1, whole.size()));
        int part = Math.min(bytes < 0 ? whole.size() / 2 : bytes, Math.max(0, whole.size() - 1));
        var out = exchange.getResponseBody();
        out.write(whole.toByteArray(), 0, part);
        out.flush();
    }

    /**
     * Set one by one, names would be written as {@code Sforce-locator}, which scripts that look for them overlook. So do
     * servers of JDK 18 and newer write them however they are set.
     */
    private void head(Response response) {
        var headers = new LinkedHashMap<String, List<String>>();
        response.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        exchange.getResponseHeaders().putAll(headers);
    }

    private boolean acceptsGzip() {
        var accepted = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Accept-Encoding"), "");
        return accepted.contains("gzip");
    }

    /** Local clients wait for the processor, not for the wire. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
