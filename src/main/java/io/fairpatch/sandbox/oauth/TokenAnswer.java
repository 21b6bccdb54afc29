package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Form;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Xml;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Answers of the token endpoint as the client wants them: in JSON, in XML, or as a form. */
final class TokenAnswer {
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final String XML = "application/xml";

    private TokenAnswer() {}

    /** @param form what the client sent, which may name a format */
    static Response of(Request request, Map<String, String> form, int status, Map<String, ?> answer) {
        return switch (format(request, form)) {
            case "xml" ->
                Response.text(
                        status,
                        XML + ";charset=UTF-8",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OAuth>" + Xml.elements(answer) + "</OAuth>");
            case "urlencoded" -> Response.text(status, URLENCODED + ";charset=UTF-8", Form.write(answer));
            default -> Response.json(status, answer);
        };
    }

    /** What the client names, or the one type that it accepts. */
    private static String format(Request request, Map<String, String> form) {
        return switch (Objects.requireNonNullElse(request.header("Accept"), "").strip()) {
            case XML -> form.getOrDefault("format", "xml").toLowerCase(Locale.ROOT);
            case URLENCODED -> form.getOrDefault("format", "urlencoded").toLowerCase(Locale.ROOT);
            default -> form.getOrDefault("format", "json").toLowerCase(Locale.ROOT);
        };
    }
}
