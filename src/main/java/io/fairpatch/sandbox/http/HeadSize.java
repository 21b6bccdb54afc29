package io.fairpatch.sandbox.http;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.Optional;

/** How long a request's address and headers may be: together 16,384 bytes, as help.salesforce.com 000386264 says. */
final class HeadSize {
    private static final int MOST = 16_384;
    private static final String PAGE = "<h1>Bad Message %d</h1><pre>reason: %s</pre>";

    private HeadSize() {}

    /** The refusal of a request whose address, or all that comes before its body, is too long. */
    static Optional<Response> refusal(URI uri, Headers headers) {
        int address = uri.toString().length();
        if (address > MOST) {
            return Optional.of(page(414, "URI Too Long"));
        }
        int all = headers.entrySet().stream()
                .flatMapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> header.getKey().length() + value.length() + ": \r\n".length()))
                .sum();
        return address + all > MOST ? Optional.of(page(431, "Request Header Fields Too Large")) : Optional.empty();
    }

    private static Response page(int status, String reason) {
        return Response.text(status, "text/html;charset=iso-8859-1", PAGE.formatted(status, reason));
    }
}
