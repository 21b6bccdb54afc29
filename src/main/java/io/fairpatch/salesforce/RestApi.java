package io.fairpatch.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON calls under the org's API version, which is chosen once and kept. Thread-safe. */
final class RestApi {
    private static final int MOST_BYTES = 64 << 20;

    private final Transport transport;
    private final BigDecimal newest;
    private volatile @Nullable String version;

    RestApi(Transport transport, SalesforceSettings settings) {
        this.transport = transport;
        this.newest = new BigDecimal(settings.newestApiVersion());
    }

    Transport transport() {
        return transport;
    }

    /** The API version that all new calls use, for example "66.0". */
    String version() {
        var chosen = version;
        if (chosen == null) {
            chosen = choose(send(Call.get("/services/data")));
            version = chosen;
        }
        return chosen;
    }

    /** A path below the version's root; {@code rest} begins with a slash. */
    String path(String rest) {
        return path(version(), rest);
    }

    static String path(String apiVersion, String rest) {
        return "/services/data/v" + apiVersion + rest;
    }

    /** Sends and reads the JSON answer; a missing node when the body is empty. */
    JsonNode send(Call call) {
        return read(transport.open(call));
    }

    static JsonNode read(Reply reply) {
        try (reply) {
            var bytes = reply.body().readNBytes(MOST_BYTES);
            return Json.parse(Letters.of(bytes));
        } catch (JsonProcessingException e) {
            throw FailureTable.unreadable(reply, "it isn't JSON: " + e.getOriginalMessage())
                    .exception(e);
        } catch (IOException e) {
            throw FailureTable.of(e, reply.request(), reply.where()).exception(e);
        }
    }

    /** A text that the answer must hold. */
    static String required(JsonNode answer, String field, String of) {
        var text = answer.path(field).asText();
        if (text.isEmpty()) {
            throw new RemoteFailure(
                            FailureKind.ANSWER,
                            "The org's answer lacks the " + field + " of " + of + ".",
                            of,
                            "",
                            "",
                            true)
                    .exception();
        }
        return text;
    }

    private String choose(JsonNode versions) {
        var offered = StreamSupport.stream(versions.spliterator(), false)
                .map(entry -> entry.path("version").asText())
                .filter(text -> text.matches("\\d{2,3}\\.0"))
                .map(BigDecimal::new)
                .toList();
        return offered.stream()
                .filter(v -> v.compareTo(newest) <= 0 && v.compareTo(SalesforceSettings.OLDEST_VERSION) >= 0)
                .max(BigDecimal::compareTo)
                .map(BigDecimal::toPlainString)
                .orElseThrow(() -> noVersion(offered));
    }

    private RemoteException noVersion(List<BigDecimal> offered) {
        boolean retired = offered.stream().anyMatch(v -> v.compareTo(newest) > 0);
        return new RemoteFailure(
                        retired ? FailureKind.RETIRED : FailureKind.ADDRESS,
                        "The org offers no API version from " + SalesforceSettings.OLDEST_VERSION + " to " + newest
                                + ".",
                        transport.sessions().current().instance() + "/services/data",
                        "",
                        "",
                        false)
                .exception();
    }
}
