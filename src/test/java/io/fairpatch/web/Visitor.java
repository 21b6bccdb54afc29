package io.fairpatch.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at the pages without a browser: signed in, forms carry the session's token. */
final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{64})\"");
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");

    private final PaperServer server;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final String cookie;
    private final String csrf;

    Visitor(PaperServer server, String name) throws IOException, InterruptedException {
        this.server = server;
        var answer = client.send(
                HttpRequest.newBuilder(server.uri("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                form(Map.of("name", name, "password", server.password(name)))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        this.cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        this.csrf = find(CSRF, get("/sessions").body());
    }

    String cookie() {
        return cookie;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "");
    }

    /** With a further cookie. */
    HttpResponse<String> get(String path, String more) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.uri(path))
                        .header("Cookie", more.isEmpty() ? cookie : cookie + "; " + more)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form with the session's token and, for a page of a proposal, the revision it shows now. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = signed(fields);
        if (path.matches(".*/(decisions|submit|approve|stamps|save)")) {
            Matcher found =
                    REVISION.matcher(get("/proposals/" + server.proposal()).body());
            if (found.find()) {
                all.put("revision", found.group(1));
            }
        }
        return send(path, form(all));
    }

    /** The fields of a form with the session's token. */
    Map<String, String> signed(Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("csrf", csrf);
        return all;
    }

    HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.uri(path))
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(server.uri(path))
                                .header("Cookie", cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** Sends a file as a browser's form does, with the session's token before it. */
    HttpResponse<String> upload(String path, byte[] file) throws IOException, InterruptedException {
        return upload(path, Map.of(), "moves.xlsx", file);
    }

    /** Sends a file along with other fields. */
    HttpResponse<String> upload(String path, Map<String, String> fields, String name, byte[] file)
            throws IOException, InterruptedException {
        String edge = "----fairpatch";
        var all = new HashMap<>(fields);
        all.put("csrf", csrf);
        var body = new ByteArrayOutputStream();
        for (var field : all.entrySet()) {
            body.write(("--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(server.uri(path))
                        .header("Cookie", cookie)
                        .header("Content-Type", "multipart/form-data; boundary=" + edge)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String find(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("The page has no " + pattern);
        }
        return found.group(1);
    }
}
