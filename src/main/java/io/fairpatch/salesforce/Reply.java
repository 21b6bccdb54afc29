package io.fairpatch.salesforce;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/**
 * An answer of the org; its body is read once, then closed.
 *
 * @param request method and path without query, for messages
 * @param where the URL without its query
 */
record Reply(String request, String where, int status, HttpHeaders headers, InputStream body) implements Closeable {
    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /** A web page instead of data: some proxy or maintenance page answered, not the API. */
    boolean html() {
        return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).contains("html");
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
