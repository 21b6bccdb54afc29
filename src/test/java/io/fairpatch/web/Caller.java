package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A program with people's tokens at the pages and their twins in JSON. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Who reads where nobody is named. */
    private static final String OLGA = "olga";

    private final HttpClient client = HttpClient.newHttpClient();
    private final PaperServer server;

    Caller(PaperServer server) {
        this.server = server;
    }

    /** A page that is there. */
    String page(String path) {
        var answer = get(path, OLGA);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** What the API says below its version. */
    JsonNode json(String path) {
        try {
            return JSON.readTree(page("/api/v1" + path));
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    byte[] bytes(String path) {
        return send(request(path, OLGA), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    HttpResponse<String> get(String path, String person) {
        return Promised.kept(send(request(path, person), HttpResponse.BodyHandlers.ofString()));
    }

    /** Sends a form, or JSON to the API. */
    HttpResponse<String> post(String path, String person, String body) {
        String type = path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
        var request =
                request(path, person).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        return Promised.kept(send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path, String person) {
        return HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + server.token(person));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new AssertionError(request.build().uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(request.build().uri().toString(), e);
        }
    }
}
