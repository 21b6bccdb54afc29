package io.fairpatch.sandbox.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to messages of the Bayeux protocol, in the form that Salesforce gives them. */
final class Bayeux {
    static final String HANDSHAKE = "/meta/handshake";
    static final String CONNECT = "/meta/connect";
    static final String SUBSCRIBE = "/meta/subscribe";
    static final String UNSUBSCRIBE = "/meta/unsubscribe";
    static final String DISCONNECT = "/meta/disconnect";

    /** How long a poll may be held, in milliseconds: no client waits less. */
    private static final int PATIENCE = 110_000;

    private final JsonNode message;

    Bayeux(JsonNode message) {
        this.message = message;
    }

    String text(String name) {
        return message.path(name).asText();
    }

    /** What was asked for has been done, for this client. */
    Map<String, Object> done(String clientId) {
        var answer = answer(true);
        answer.put("clientId", clientId);
        if (message.has("subscription")) {
            answer.put("subscription", text("subscription"));
        }
        return answer;
    }

    Map<String, Object> shakenHands(String clientId) {
        var answer = done(clientId);
        answer.put("ext", Map.of("replay", true, "payload.format", true));
        answer.put("version", "1.0");
        answer.put("minimumVersion", "1.0");
        answer.put("supportedConnectionTypes", List.of("long-polling"));
        return answer;
    }

    /** The first answer to a poll says how to go on. */
    Map<String, Object> connected(String clientId) {
        var answer = done(clientId);
        answer.put("advice", Map.of("interval", 0, "timeout", PATIENCE, "reconnect", "retry"));
        return answer;
    }

    /** A refusal that leaves the client connected. */
    Map<String, Object> refused(String clientId, String error) {
        var answer = done(clientId);
        answer.put("successful", false);
        answer.put("error", error);
        return answer;
    }

    /** The client has been away for too long, or never shook hands. */
    Map<String, Object> unknownClient() {
        var answer = answer(false);
        answer.put("error", "403::Unknown client");
        answer.put("advice", Map.of("interval", 0, "reconnect", "handshake"));
        return answer;
    }

    /** Nobody is signed in: a handshake is denied and tells why beside, what comes after it is told straight. */
    Map<String, Object> notSignedIn(boolean came) {
        var reason = came ? "401::Authentication invalid" : "401::Request requires authentication";
        var answer = answer(false);
        answer.put("advice", Map.of("interval", 0, "reconnect", "none"));
        if (text("channel").equals(HANDSHAKE)) {
            answer.put("ext", Map.of("sfdc", Map.of("failureReason", reason), "replay", true, "payload.format", true));
            answer.put("error", "403::Handshake denied");
        } else {
            answer.put("error", reason);
        }
        return answer;
    }

    private Map<String, Object> answer(boolean successful) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("channel", text("channel"));
        if (message.has("id")) {
            answer.put("id", message.path("id"));
        }
        answer.put("successful", successful);
        return answer;
    }
}
