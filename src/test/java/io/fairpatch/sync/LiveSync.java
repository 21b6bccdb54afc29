package io.fairpatch.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgReader;
import io.fairpatch.salesforce.Pace;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import io.fairpatch.sandbox.Client;
import io.fairpatch.sandbox.KeptKey;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import io.fairpatch.sandbox.data.CustomField;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import io.fairpatch.store.Database;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.store.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** A small practice org, a database, and a sync between them; pages of 20 rows, so that there are many. */
final class LiveSync implements AutoCloseable {
    static final int ACCOUNTS = 90;
    private static final int PAGE_ROWS = 20;
    private static final ConnectorConfig.Sync USUAL = new ConnectorConfig.Sync(1_000, 30, 7, 24, 10);
    private static final String LONG_AGO = "2026-02-01T00:00:00.000Z";

    final Jdbi jdbi;
    final SnapshotStore store;
    ConnectorConfig.Sync settings;
    MappingConfig mapping;

    private final Sandbox sandbox;
    private final Client client;

    LiveSync(Path folder) {
        this(folder, Database.jdbi(TestDatabase.fresh()));
    }

    LiveSync(Path folder, Jdbi jdbi) {
        this.jdbi = jdbi;
        this.settings = USUAL;
        this.mapping = ConfigLoader.shipped(ConfigPart.MAPPING);
        this.store = new SnapshotStore(jdbi, Clock.systemUTC());
        var config = new SandboxConfig("127.0.0.1", 0, false, 1, null, null, Duration.ofMillis(8), KeptKey.in(folder));
        sandbox = Sandbox.start(config, data(), Clock.systemUTC());
        client = new Client(sandbox);
    }

    /** Takes back what a test set. */
    final void usual() {
        settings = USUAL;
        mapping = ConfigLoader.shipped(ConfigPart.MAPPING);
    }

    private static OrgData data() {
        var accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> new String[] {
                    "a" + i, "Ébène \"" + i + "\", Ltd", i % 7 == 0 ? "" : i + ".5", "u" + i % 3, LONG_AGO
                })
                .toList();
        var deals = IntStream.range(0, ACCOUNTS)
                .mapToObj(
                        i -> new String[] {"o" + i, "Deal " + i, "a" + i, "Closed Won", "100", "2026-01-31", LONG_AGO})
                .toList();
        var users = IntStream.range(0, 3)
                .mapToObj(i -> new String[] {"u" + i, "Seller", "Number " + i, "s" + i + "@acme.test", "true"})
                .toList();
        return new OrgData(
                List.of(
                        new CustomField("Account", "MRR__c", "MRR", "double", 0, null),
                        new CustomField("User", "Quota__c", "Quota", "currency", 0, null)),
                List.of(
                        new OrgTable("User", List.of("Id", "FirstName", "LastName", "Username", "IsActive"), users),
                        new OrgTable(
                                "Account",
                                List.of("Id", "Name", "AnnualRevenue", "OwnerId", "SystemModstamp"),
                                accounts),
                        new OrgTable(
                                "Opportunity",
                                List.of(
                                        "Id",
                                        "Name",
                                        "AccountId",
                                        "StageName",
                                        "Amount",
                                        "CloseDate",
                                        "SystemModstamp"),
                                deals)));
    }

    /** Parts of runs that have pages and did not end. */
    long unfinishedPages() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM sync_part WHERE delivered > 0 AND NOT done")
                        .mapTo(Long.class)
                        .one());
    }

    /** Locks that processes hold on a copy. */
    long locks() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
                .mapTo(Long.class)
                .one());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    SalesforceId org() {
        return SalesforceId.of(sandbox.info().orgId());
    }

    OrgReader reader() {
        var info = sandbox.info();
        var signIn = new SignIn.ClientCredentials(info.clientId(), info.clientSecret());
        var pace = new Pace(
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofMillis(600),
                4,
                Duration.ofMillis(5),
                Duration.ofMillis(50),
                Duration.ofMillis(5),
                Duration.ofMillis(50),
                Duration.ofSeconds(2),
                PAGE_ROWS);
        return SalesforceOrg.connect(
                        SalesforceSettings.of(URI.create(info.instanceUrl()), signIn)
                                .withPace(pace),
                        Clock.systemUTC())
                .reader();
    }

    SyncReport sync() {
        return sync(SyncRequest.USUAL);
    }

    SyncReport sync(SyncRequest request) {
        return sync(request, Progress.NONE);
    }

    SyncReport sync(SyncRequest request, Progress progress) {
        return sync(request, progress, Clock.systemUTC());
    }

    SyncReport sync(SyncRequest request, Progress progress, Clock clock) {
        return new SyncService(store, settings).run(reader(), mapping, request, progress, clock);
    }

    /** What a complete copy holds of accounts and opportunities, by asking the org past our adapter. */
    TreeSet<String> inTheOrg() {
        var rows = new TreeSet<String>();
        query("SELECT Id, Name, AnnualRevenue, OwnerId FROM Account").forEach(row -> rows.add(line(row)));
        query("SELECT Id, StageName, Amount, AccountId FROM Opportunity").forEach(row -> rows.add(line(row)));
        return rows;
    }

    private static String line(JsonNode row) {
        var values = new TreeMap<String, String>();
        row.properties().forEach(field -> {
            if (!field.getKey().equals("attributes") && !field.getValue().isNull()) {
                values.put(
                        field.getKey(),
                        field.getValue().isNumber()
                                ? "" + Math.round(field.getValue().asDouble() * 100)
                                : field.getValue().asText());
            }
        });
        return values.toString();
    }

    /** The same of our copy. */
    TreeSet<String> inTheCopy() {
        var rows = new TreeSet<String>();
        copy(
                rows,
                "account",
                "id AS \"Id\", name AS \"Name\", company_revenue_cents AS \"AnnualRevenue\", owner_id AS \"OwnerId\"");
        copy(
                rows,
                "opportunity",
                "id AS \"Id\", stage AS \"StageName\", amount_cents AS \"Amount\", account_id AS \"AccountId\"");
        return rows;
    }

    private void copy(TreeSet<String> rows, String table, String columns) {
        jdbi.useHandle(
                handle -> handle.createQuery("SELECT " + columns + " FROM " + table + " WHERE deleted_at IS NULL")
                        .mapToMap()
                        .forEach(row -> {
                            row.values().removeIf(java.util.Objects::isNull);
                            // column names come in lower case
                            var values = new TreeMap<String, String>();
                            row.forEach((name, value) -> values.put(api(name), String.valueOf(value)));
                            rows.add(values.toString());
                        }));
    }

    private static String api(String lower) {
        return List.of("Id", "Name", "AnnualRevenue", "OwnerId", "StageName", "Amount", "AccountId").stream()
                .filter(name -> name.equalsIgnoreCase(lower))
                .findFirst()
                .orElseThrow();
    }

    List<JsonNode> query(String soql) {
        return Client.unchecked(() -> client.all(soql));
    }

    List<String> ids(String object) {
        return query("SELECT Id FROM " + object).stream()
                .map(row -> row.path("Id").asText())
                .toList();
    }

    /** Changes the org as somebody at its own screens would. */
    JsonNode rest(String method, String path, String body) {
        return Client.unchecked(() -> client.done(method, Client.DATA + "/sobjects" + path, body));
    }

    /** Deletes an account, which the org allows once none of its deals is won. */
    void deleteAccount(String id) {
        query("SELECT Id FROM Opportunity WHERE IsWon = true AND AccountId = '" + id + "'")
                .forEach(
                        deal -> rest("DELETE", "/Opportunity/" + deal.path("Id").asText(), ""));
        rest("DELETE", "/Account/" + id, "");
    }

    /** Changes many records of the org in one call. */
    JsonNode together(String method, String body) {
        return Client.unchecked(() -> client.done(method, Client.DATA + "/composite/sobjects", body));
    }

    /** Calls the org by SOAP, as the user of the tests. */
    String soap(String call) {
        return Client.unchecked(() -> client.soap(call));
    }

    void arm(String fault) {
        Client.unchecked(() -> client.done("POST", "/__sandbox/faults", fault));
    }

    void disarm() {
        Client.unchecked(() -> client.done("DELETE", "/__sandbox/faults", ""));
    }

    /** Puts the org into a state. */
    void state(String kind, String params) {
        Client.unchecked(
                () -> client.done("POST", "/__sandbox/state", "{\"kind\":\"" + kind + "\",\"params\":" + params + "}"));
    }

    void noState() {
        Client.unchecked(() -> client.done("DELETE", "/__sandbox/state", ""));
    }

    /** How often the org was asked anything. */
    long requests() {
        return Client.unchecked(() -> client.json("GET", "/__sandbox/stats", ""))
                .path("apiRequests")
                .asLong();
    }

    /** Query jobs that the org keeps. */
    int jobs() {
        return Client.unchecked(() -> client.json("GET", Client.DATA + "/jobs/query", ""))
                .path("records")
                .size();
    }

    String control(String path) {
        return Client.unchecked(() -> client.get("/__sandbox/" + path)).body();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
