package io.fairpatch.access.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.oauth.FormText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Asks a provider; answers are JSON of at most 1 MB, given within 10 seconds, and no redirect is followed. */
final class ProviderCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    JsonNode get(URI address) {
        return send(request(address).GET().build());
    }

    JsonNode get(URI address, String accessToken) {
        return send(request(address)
                .header("Authorization", "Bearer " + accessToken)
                .GET()
                .build());
    }

    JsonNode post(URI address, Map<String, String> form) {
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(FormText.of(form)))
                .build());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(MOST);
                if (answer.statusCode() != 200) {
                    throw failed(request.uri(), "it answered " + answer.statusCode() + error(bytes));
                }
                return JSON.readTree(bytes);
            }
        } catch (IOException e) {
            throw failed(request.uri(), e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(request.uri(), "the call was interrupted");
        }
    }

    /** The standard's own two words for what went wrong; nothing else of an answer is shown. */
    private static String error(byte[] bytes) {
        try {
            JsonNode answer = JSON.readTree(bytes);
            String error = answer == null ? "" : answer.path("error").asText("");
            return error.matches("[a-z_]{1,40}") ? ", " + error : "";
        } catch (IOException e) {
            return "";
        }
    }

    static FairpatchException failed(URI place, String why) {
        return Problem.of(ErrorCode.ACCESS_SIGN_IN, "The provider did not vouch for you")
                .at(place.getScheme() + "://" + place.getAuthority() + place.getPath())
                .because(why)
                .maybe(
                        "try again; if it stays, an admin compares people: in connector.yml with the provider's settings")
                .exception();
    }
}
