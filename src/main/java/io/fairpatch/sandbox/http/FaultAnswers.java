package io.fairpatch.sandbox.http;

import io.fairpatch.sandbox.fault.Fault;
import java.util.Optional;

/** The answers of faults that never reach the org. */
final class FaultAnswers {
    private static final String PAGE = "<!DOCTYPE html><html><head><title>%s</title></head><body>%s</body></html>";
    private static final String HTML = "text/html;charset=UTF-8";

    private FaultAnswers() {}

    /** @param path what was asked for: SOAP and Bulk API 1.0 say in their own words that a session ended */
    static Optional<Response> of(Fault fault, String path) {
        return Optional.ofNullable(
                switch (fault.kind()) {
                    case HTML -> page(fault.number("status", 200), "We are down for maintenance");
                    case EMPTY -> Response.empty(fault.number("status", 200));
                    case SESSION_EXPIRED ->
                        path.matches("/services/(Soap|async)/.*")
                                ? null
                                : Response.error(401, "INVALID_SESSION_ID", "Session expired or invalid");
                    case REQUEST_LIMIT ->
                        Response.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
                    case NOT_ACCEPTABLE -> Response.empty(406);
                    case SETTING_UP -> page(420, "We are setting things up");
                    case TOO_MANY_REQUESTS -> Response.error(429, "TOO_MANY_REQUESTS", "Too many requests.");
                    case SERVER_ERROR ->
                        Response.error(
                                500,
                                "UNKNOWN_EXCEPTION",
                                "An unexpected error occurred. Please include this ErrorId: 1");
                    case UNAVAILABLE -> Response.error(503, "SERVER_UNAVAILABLE", "Server unavailable");
                    default -> null;
                });
    }

    private static Response page(int status, String text) {
        return Response.text(status, HTML, PAGE.formatted(text, text));
    }
}
