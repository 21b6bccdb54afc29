package io.fairpatch.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.app.practice.PracticeOrg;
import io.fairpatch.sandbox.Client;
import io.fairpatch.sandbox.KeptKey;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A running practice org, and a client of its own that looks into it past our adapter. */
final class LiveOrg implements AutoCloseable {
    private static final Duration LATENCY = Duration.ofMillis(50);

    private final Sandbox sandbox;
    private final Client client;

    private LiveOrg(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.client = new Client(sandbox);
    }

    static LiveOrg generated(int accounts, int reps, Path state, Clock clock) {
        return start(new PracticeOrg(accounts, reps, null, 1, LocalDate.now(clock)), state, clock);
    }

    static LiveOrg loaded(Path data, Path state, Clock clock) {
        return start(new PracticeOrg(0, null, data, 1, LocalDate.now(clock)), state, clock);
    }

    private static LiveOrg start(PracticeOrg practice, Path state, Clock clock) {
        var config = new SandboxConfig("127.0.0.1", 0, false, 1, null, null, LATENCY, KeptKey.in(state));
        return new LiveOrg(Sandbox.start(config, practice.load(), clock));
    }

    String url() {
        return sandbox.info().instanceUrl();
    }

    /** Consumer key of the app. */
    String clientId() {
        return sandbox.info().clientId();
    }

    /** Who signs in by JWT. */
    String username() {
        return sandbox.info().jwtUsername();
    }

    /** The private key that signs for that user. */
    String jwtKeyFile() {
        return sandbox.info().jwtKeyFile();
    }

    /** The variables that let a command sign in. */
    Map<String, String> signIn() {
        return Map.of(
                "FAIRPATCH_ORG_URL", url(),
                "FAIRPATCH_ORG_CLIENT_ID", sandbox.info().clientId(),
                "FAIRPATCH_ORG_CLIENT_SECRET", sandbox.info().clientSecret());
    }

    /** Arms a fault, given as the controls' JSON. */
    void arm(String fault) {
        Client.unchecked(() -> client.done("POST", "/__sandbox/faults", fault));
    }

    /** Puts the org into a state, given as the controls' JSON. */
    void put(String state) {
        Client.unchecked(() -> client.done("POST", "/__sandbox/state", state));
    }

    /** Every field write the org accepted. */
    List<JsonNode> log() {
        return Client.unchecked(() -> client.log());
    }

    /** The records of a query, all pages of it. */
    List<JsonNode> query(String soql) {
        return Client.unchecked(() -> client.all(soql));
    }

    /** Changes a record as somebody at the org's own screens would. */
    void change(String object, String id, String fields) {
        Client.unchecked(() -> client.done("PATCH", Client.DATA + "/sobjects/" + object + "/" + id, fields));
    }

    /** Adds a record as somebody at the org's own screens would. */
    void create(String object, String fields) {
        Client.unchecked(() -> client.done("POST", Client.DATA + "/sobjects/" + object, fields));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
