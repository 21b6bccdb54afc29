package io.fairpatch.web.http;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses what another site makes a signed-in browser send: a foreign origin, or a form without the session's token. */
final class Forgery {
    private static final String HEADER = "X-CSRF-Token";
    private static final String FIELD = "csrf";

    private static final Pattern PART =
            Pattern.compile("name=\"" + FIELD + "\"\r\n(?:[^\r\n]+\r\n)*\r\n([0-9a-f]{64})\r\n");

    private Forgery() {}

    /** A browser names the origin of every unsafe request; one that is not ours is refused. */
    static void refuseForeignOrigin(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin != null && !sameHost(origin, request.getHeaders().get(HttpHeaders.HOST))) {
            throw Problem.of(ErrorCode.FORGED_REQUEST, "The request came from another site")
                    .maybe("open the page here and try again")
                    .exception();
        }
    }

    /** Compares the token of the form, or of the header, with the session's. */
    static void refuseWithoutToken(HttpRequest<?> request, String expected) {
        String header = request.getHeaders().get(HEADER);
        String given = header == null ? field(request) : header;
        if (given == null || !equal(given, expected)) {
            throw Problem.of(ErrorCode.FORGED_REQUEST, "The form does not belong to this session")
                    .because("the session ended, or the form came from another site")
                    .maybe("load the page again and repeat the step")
                    .exception();
        }
    }

    private static boolean isOf(HttpRequest<?> request, MediaType wanted) {
        return request.getContentType().filter(type -> type.matches(wanted)).isPresent();
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        if (origin.equals("null")) {
            return false;
        }
        return URI.create(origin).getAuthority().equals(host);
    }

    private static boolean equal(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the field from a copy of the body, so that the page still gets all of it. */
    private static @Nullable String field(HttpRequest<?> request) {
        boolean parts = isOf(request, MediaType.MULTIPART_FORM_DATA_TYPE);
        boolean form = parts || isOf(request, MediaType.APPLICATION_FORM_URLENCODED_TYPE);
        if (!form || !(request instanceof ServerHttpRequest<?> server)) {
            return null;
        }
        try (var body = server.byteBody()
                .split(ByteBody.SplitBackpressureMode.FASTEST)
                .buffer()
                .join()) {
            if (parts) {
                Matcher part = PART.matcher(body.toString(StandardCharsets.ISO_8859_1));
                return part.find() ? part.group(1) : null;
            }
            List<String> values = new QueryStringDecoder(body.toString(StandardCharsets.UTF_8), false)
                    .parameters()
                    .get(FIELD);
            return values == null ? null : values.get(0);
        }
    }
}
