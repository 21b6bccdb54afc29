package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ADMIN;
import static io.fairpatch.review.SampleProposal.OPS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.access.Person;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.Progress;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.review.GuardValues;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.SampleProposal;
import io.fairpatch.salesforce.Pace;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import io.fairpatch.sandbox.KeptKey;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import io.fairpatch.sandbox.data.generate.GeneratorConfig;
import io.fairpatch.sandbox.data.generate.OrgGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A practice org of generated accounts, every second of which had a territory before, with an approved proposal that
 * moves every third and stamps the others. Looks into the org by a client of its own, past our adapter.
 */
final class SandboxDesk implements AutoCloseable {
    static final List<String> FIELDS = List.of(
            "Territory__c",
            "Territory_Rep__c",
            "Territory_Assigned_Date__c",
            "Territory_Score__c",
            "Territory_Tier__c",
            "Territory_Reason__c",
            "Territory_Commit__c",
            "OwnerId");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MOST_ROWS = 200;
    /** The usual patience, but no waits between attempts: nobody else is at this org, whose faults end by the call. */
    private static final Pace BRISK = brisk(Pace.standard());

    final Sandbox sandbox;
    final SalesforceOrg org;
    final CommitBench bench;
    private Rep from;
    private Rep to;
    /** Every account with {@link #FIELDS} before any commit. */
    final Map<String, JsonNode> before;

    private SandboxDesk(Sandbox sandbox, WritePolicy policy) {
        this.sandbox = sandbox;
        this.org = connect(URI.create(sandbox.info().instanceUrl()));
        var reps = query("SELECT Id FROM User WHERE IsActive = true ORDER BY Id LIMIT 3");
        settle(reps.get(2).path("Id").asText());
        this.before = accounts();
        SalesforceId id = org.reader().identity().id();
        this.from = SampleProposal.rep(reps.get(0).path("Id").asText(), "From");
        this.to = SampleProposal.rep(reps.get(1).path("Id").asText(), "To");
        var accounts = before.values().stream().map(SandboxDesk::account).toList();
        var guards = GuardValues.read(org.reader(), policy.of(id), Progress.NONE);
        this.bench = new CommitBench(SampleProposal.draft(id, accounts, from, to, policy.of(id), guards));
    }

    /** The write policy for an org. */
    interface WritePolicy {
        WritePolicyConfig of(SalesforceId org);
    }

    static SandboxDesk of(Path folder, int accounts) {
        return of(folder, accounts, org -> SampleProposal.policy(org, 1, 200));
    }

    static SandboxDesk of(Path folder, int accounts, WritePolicy policy) {
        return of(folder, accounts, policy, null, Duration.ofMillis(20));
    }

    /**
     * An org that works no faster than that.
     *
     * @param rate most rows a second that it writes in bulk; null for no limit
     */
    static SandboxDesk of(Path folder, int accounts, WritePolicy policy, @Nullable Long rate, Duration latency) {
        var config = new SandboxConfig("127.0.0.1", 0, false, 7, null, rate, latency, KeptKey.in(folder));
        var data = new OrgGenerator().generate(GeneratorConfig.of(accounts, 7, SampleProposal.TODAY));
        return new SandboxDesk(Sandbox.start(config, data, Clock.systemUTC()), policy);
    }

    /** A further approved proposal, by the org as it is now; each moves the accounts the other way. */
    ProposalSummary nextProposal() {
        Rep swapped = from;
        from = to;
        to = swapped;
        var accounts = accounts().values().stream().map(SandboxDesk::account).toList();
        var draft = bench.proposals.create(SampleProposal.draft(bench.org, accounts, from, to, bench.policy), OPS);
        return bench.approve(bench.proposals.submit(bench.org, draft.id(), draft.revision(), OPS));
    }

    /** Our adapter, by way of an address that leads to the org. */
    SalesforceOrg connect(URI address) {
        var signIn = new SignIn.AccessToken(sandbox.info().accessToken());
        return SalesforceOrg.connect(SalesforceSettings.of(address, signIn).withPace(BRISK), Clock.systemUTC());
    }

    private static Pace brisk(Pace usual) {
        return new Pace(
                usual.connectTimeout(),
                usual.answerTimeout(),
                usual.idleTimeout(),
                usual.attempts(),
                Duration.ofMillis(1),
                Duration.ofMillis(10),
                usual.firstPoll(),
                usual.mostPoll(),
                usual.jobPatience(),
                usual.pageRows());
    }

    OrgConnection connection() {
        return new OrgConnection(org.reader(), org.writer());
    }

    /** A process that waits by the clock on the wall, since the org does. */
    CommitService process() {
        return new CommitService(
                bench.jdbi, Clock.systemUTC(), bench.audit, Pause.REAL, "process " + UUID.randomUUID());
    }

    /** A process whose clock is ahead, so that the lease of one that was killed has run out for it. */
    CommitService process(Duration ahead) {
        return new CommitService(
                bench.jdbi,
                Clock.offset(Clock.systemUTC(), ahead),
                bench.audit,
                Pause.REAL,
                "process " + UUID.randomUUID());
    }

    /** Commits the approved proposal from its start to its end. */
    CommitRun commit() {
        return process().run(bench.org, bench.start(org.reader()).id(), connection(), bench.policy, Progress.NONE);
    }

    /** The same, with every way to write that the org has. */
    /** API calls that the org still allows; asking takes one. */
    long callsLeft() {
        return Objects.requireNonNull(org.reader().limits().get("DailyApiRequests"))
                .remaining();
    }

    CommitRun commitAll() {
        return process().run(bench.org, bench.start(org.reader()).id(), org.connection(), bench.policy, Progress.NONE);
    }

    CommitRun commit(String proposal, int version, String fingerprint, Person person) {
        CommitRun run = process().start(bench.org, proposal, version, fingerprint, person, bench.policy, org.reader());
        return process().run(bench.org, run.id(), connection(), bench.policy, Progress.NONE);
    }

    /** Commits a proposal with every way to write that the org has; waits cost no time. */
    CommitRun commit(ProposalSummary proposal) {
        return bench.process().run(bench.org, start(proposal).id(), org.connection(), bench.policy, Progress.NONE);
    }

    ProposalState state(ProposalSummary proposal) {
        return bench.shown.get(bench.org, proposal.id()).state();
    }

    /** Freezes an approved proposal into a run; nothing is written yet. */
    CommitRun start(ProposalSummary proposal) {
        return process()
                .start(
                        bench.org,
                        proposal.id(),
                        proposal.version(),
                        Objects.requireNonNull(proposal.fingerprint()),
                        ADMIN,
                        bench.policy,
                        org.reader());
    }

    /** Every account with {@link #FIELDS} as the org holds it now. */
    Map<String, JsonNode> accounts() {
        var all = new TreeMap<String, JsonNode>();
        query("SELECT Id, " + String.join(", ", FIELDS) + " FROM Account ORDER BY Id")
                .forEach(record -> all.put(record.path("Id").asText(), record));
        return all;
    }

    /** Field writes that our commit made, by whichever interface, as the org logged them. */
    List<JsonNode> ourWrites() {
        return ourWrites(0);
    }

    /** The same, of the log after its first {@code seen} lines. */
    List<JsonNode> ourWrites(int seen) {
        return log(seen).stream()
                .filter(line -> line.path("object").asText().equals("Account"))
                .filter(line -> !line.path("client").asText().startsWith("Java-http-client"))
                .toList();
    }

    /** How many lines the org's log has. */
    int logged() {
        return parse(send("GET", "/__sandbox/stats", "")).path("fieldWrites").asInt();
    }

    List<JsonNode> log() {
        return log(0);
    }

    /** The org's log after its first {@code seen} lines. */
    List<JsonNode> log(int seen) {
        return send("GET", "/__sandbox/log?after=" + seen, "")
                .lines()
                .filter(line -> !line.isBlank())
                .map(SandboxDesk::parse)
                .toList();
    }

    void arm(String fault) {
        send("POST", "/__sandbox/faults", fault);
    }

    void disarm() {
        send("DELETE", "/__sandbox/faults", "");
    }

    /** Puts the org into a state that it knows by name. */
    void state(String kind) {
        state(kind, Map.of());
    }

    void state(String kind, Map<String, Object> params) {
        send("POST", "/__sandbox/state", write(Map.of("kind", kind, "params", params)));
    }

    /** Gives a record another name. */
    void rename(String object, String id, String name) {
        send("PATCH", "/services/data/v60.0/sobjects/" + object + "/" + id, write(Map.of("Name", name)));
    }

    /** Makes a record as somebody at the org's own screens would; returns its id. */
    String create(String object, Map<String, Object> fields) {
        return parse(send("POST", "/services/data/v60.0/sobjects/" + object, write(fields)))
                .path("id")
                .asText();
    }

    /** Changes a record as somebody at the org's own screens would. */
    void change(String account, Map<String, @Nullable Object> fields) {
        send("PATCH", "/services/data/v60.0/sobjects/Account/" + account, write(fields));
    }

    /** The user may still be named in lookups, as in any org. */
    void deactivate(String user) {
        send("PATCH", "/services/data/v60.0/sobjects/User/" + user, write(Map.of("IsActive", false)));
    }

    List<JsonNode> query(String soql) {
        var records = new ArrayList<JsonNode>();
        var path = "/services/data/v60.0/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        while (!path.isEmpty()) {
            var page = parse(send("GET", path, ""));
            page.path("records").forEach(records::add);
            path = page.path("nextRecordsUrl").asText("");
        }
        return records;
    }

    private void settle(String rep) {
        var rows = new ArrayList<Map<String, Object>>();
        int number = 0;
        for (JsonNode account : query("SELECT Id FROM Account ORDER BY Id")) {
            if (number++ % 2 == 0) {
                rows.add(Map.of(
                        "attributes",
                        Map.of("type", "Account"),
                        "id",
                        account.path("Id").asText(),
                        "Territory__c",
                        "Old " + number % 5,
                        "Territory_Rep__c",
                        rep,
                        "Territory_Assigned_Date__c",
                        "2025-04-0" + (1 + number % 9),
                        "Territory_Score__c",
                        number % 100 + 0.5,
                        "Territory_Tier__c",
                        "3",
                        "Territory_Reason__c",
                        "Given in spring",
                        "Territory_Commit__c",
                        "P250401-1.v1"));
            }
        }
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            var chunk = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
            send(
                    "PATCH",
                    "/services/data/v60.0/composite/sobjects",
                    write(Map.of("allOrNone", true, "records", chunk)));
        }
    }

    private static Account account(JsonNode record) {
        var fields = new TerritoryFields(
                text(record, "Territory__c"),
                id(record, "Territory_Rep__c"),
                record.path("Territory_Assigned_Date__c").isTextual()
                        ? LocalDate.parse(
                                record.path("Territory_Assigned_Date__c").asText())
                        : null,
                record.path("Territory_Score__c").isNumber()
                        ? record.path("Territory_Score__c").asDouble()
                        : null,
                text(record, "Territory_Tier__c"),
                text(record, "Territory_Reason__c"),
                text(record, "Territory_Commit__c"));
        var id = SalesforceId.of(record.path("Id").asText());
        return SampleProposal.accountRecord(id, "Account " + id, id(record, "OwnerId"), fields);
    }

    private static @Nullable String text(JsonNode record, String field) {
        return record.path(field).isTextual() ? record.path(field).asText() : null;
    }

    private static @Nullable SalesforceId id(JsonNode record, String field) {
        return record.path(field).isTextual()
                ? SalesforceId.of(record.path(field).asText())
                : null;
    }

    private String send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(sandbox.info().instanceUrl() + path))
                .header("Authorization", "Bearer " + sandbox.info().accessToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300 || answer.body().contains("\"success\":false")) {
                throw new AssertionError(method + " " + path + " answered " + answer.statusCode() + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
