package io.fairpatch.sandbox.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.Versions;
import io.fairpatch.sandbox.org.Org;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The Streaming API as an org has it in which nothing is set up for it: clients may subscribe to the changes of an
 * object, and hear nothing, since no object is selected for change data capture; topics and events there are none.
 */
public final class StreamingApi {
    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final int FIRST_VERSION = 37;
    private static final String URI_FORM = " URI format: '/cometd/" + Versions.NEWEST + ".0'";
    private static final Pattern CHANGES = Pattern.compile("/data/(\\w+?)(__)?ChangeEvent");
    /** A poll is answered before a client of any kind gives up, and a thread is not held for long. */
    private static final int HOLD_SECONDS = 20;
    /** A client that polls no more is forgotten. */
    private static final int IDLE_SECONDS = 110;

    private final Org org;
    private final Sessions sessions;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<String, Subscriber> subscribers = new ConcurrentHashMap<>();

    public StreamingApi(Org org, Sessions sessions) {
        this.org = org;
        this.sessions = sessions;
    }

    /** A client that shook hands. */
    private static final class Subscriber {
        private final CountDownLatch gone = new CountDownLatch(1);
        private volatile boolean polled;
        private volatile Instant seen;

        Subscriber(Instant now) {
            this.seen = now;
        }
    }

    public void routes(Router router) {
        router.on(
                "POST",
                "/cometd",
                request -> Response.text(400, PLAIN, "400::API version in the URI is mandatory." + URI_FORM));
        router.on("POST", "/cometd/{version}/*", this::messages);
    }

    private Response messages(Request request) throws IOException {
        if (!isSpoken(request.part("version"))) {
            return Response.text(
                    400,
                    PLAIN,
                    "400::Unsupported API version. Only API versions '" + FIRST_VERSION + ".0' and later are supported."
                            + URI_FORM);
        }
        forgetIdle();
        var body = Json.read(request.body());
        var answers = new ArrayList<Map<String, Object>>();
        for (var message : body.isArray() ? body : List.of(body)) {
            answers.add(answer(request, message));
        }
        return Response.json(answers);
    }

    private void forgetIdle() {
        var limit = org.clock().instant().minusSeconds(IDLE_SECONDS);
        subscribers.values().removeIf(each -> each.seen.isBefore(limit));
    }

    private static boolean isSpoken(String version) {
        return version.matches("\\d{2}\\.0")
                && Integer.parseInt(version.substring(0, 2)) >= FIRST_VERSION
                && Integer.parseInt(version.substring(0, 2)) <= Versions.NEWEST;
    }

    private Map<String, Object> answer(Request request, JsonNode node) {
        var message = new Bayeux(node);
        try {
            sessions.check(request);
        } catch (ApiException e) {
            return message.notSignedIn(request.header("Authorization") != null);
        }
        var channel = message.text("channel");
        if (channel.equals(Bayeux.HANDSHAKE)) {
            return shakeHands(message);
        }
        var id = message.text("clientId");
        var subscriber = subscribers.get(id);
        if (subscriber == null) {
            return message.unknownClient();
        }
        return switch (channel) {
            case Bayeux.CONNECT -> poll(message, id, subscriber);
            case Bayeux.SUBSCRIBE ->
                problem(message.text("subscription"))
                        .map(error -> message.refused(id, error))
                        .orElseGet(() -> message.done(id));
            case Bayeux.UNSUBSCRIBE -> message.done(id);
            case Bayeux.DISCONNECT -> {
                subscribers.remove(id);
                subscriber.gone.countDown();
                yield message.done(id);
            }
            default -> message.refused(id, "403:denied_by_security_policy:publish_denied");
        };
    }

    private Map<String, Object> shakeHands(Bayeux message) {
        var id = "fp" + Integer.toString(last.incrementAndGet(), Character.MAX_RADIX) + "stream";
        subscribers.put(id, new Subscriber(org.clock().instant()));
        return message.shakenHands(id);
    }

    /** The first poll is answered at once; later ones are held, as there is nothing to tell. */
    private Map<String, Object> poll(Bayeux message, String id, Subscriber subscriber) {
        subscriber.seen = org.clock().instant();
        if (!subscriber.polled) {
            subscriber.polled = true;
            return message.connected(id);
        }
        try {
            boolean gone = subscriber.gone.await(HOLD_SECONDS, TimeUnit.SECONDS);
            subscriber.seen = org.clock().instant();
            return gone ? message.unknownClient() : message.done(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(503, "SERVER_UNAVAILABLE", "The sandbox is stopping");
        }
    }

    /** Why nobody can listen to this channel; empty when it is there. */
    private Optional<String> problem(String channel) {
        if (channel.isEmpty()) {
            return Optional.of("400::Channel name not specified");
        }
        if (!channel.startsWith("/")) {
            return Optional.of("400::Channel subscriptions must start with a leading '/'");
        }
        return channel.equals("/data/ChangeEvents") || channel.startsWith("/systemTopic/") || isOfAnObject(channel)
                ? Optional.empty()
                : Optional.of("400::The channel you requested to subscribe to does not exist {" + channel + "}");
    }

    private boolean isOfAnObject(String channel) {
        var match = CHANGES.matcher(channel);
        if (!match.matches()) {
            return false;
        }
        var name = Objects.requireNonNull(match.group(1)) + (match.group(2) == null ? "" : "__c");
        return org.schema().object(name).filter(type -> !type.isSetup()).isPresent();
    }
}
