package io.fairpatch.doctor;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.app.practice.PracticeOrg;
import io.fairpatch.config.WritePolicyConfig.Switch;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.sandbox.KeptKey;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check notices the one thing that is wrong; on a healthy installation all of them pass. */
class DoctorTest {
    /** Check | what it must say | state of the org | its parameters. */
    private static final String ORG_STATES =
            """
            sign-in | FAIL | sign-in-refused | {"message":"ip restricted"}
            clock | FAIL | clock | {"seconds":600}
            clock | WARN | clock | {"seconds":-120}
            licence | WARN | none | {}
            api-licence | FAIL | minimum-access | {"apiLicence":"false"}
            no-more-rights | WARN | none | {}
            permission-set | FAIL | unassigned | {}
            permission-set | FAIL | expired-assignment | {}
            permission-set | FAIL | no-permission-set | {}
            view-all-account | FAIL | no-view-all | {"object":"Account"}
            view-all-opportunity | FAIL | no-view-all | {"object":"Opportunity"}
            view-all-contact | FAIL | no-view-all | {"object":"Contact"}
            activities | WARN | object-rights | {"object":"Task"}
            modify-all-account | FAIL | no-modify-all | {"object":"Account"}
            fields-account | FAIL | missing-field | {"field":"Name"}
            fields-opportunity | FAIL | missing-field | {"object":"Opportunity","field":"StageName"}
            fields-opportunity | FAIL | object-rights | {"object":"Opportunity"}
            read-rights-opportunity | WARN | object-rights | {"object":"Opportunity"}
            fields-user | WARN | missing-field | {"object":"User","field":"Country"}
            read-rights-account | FAIL | no-read | {"field":"Industry"}
            read-rights-opportunity | FAIL | no-read | {"object":"Opportunity","field":"Amount"}
            read-rights-user | FAIL | no-read | {"object":"User","field":"Sales_Role__c"}
            types | FAIL | field | {"field":"Annual_Spend__c","type":"string","length":40}
            written-fields | FAIL | missing-field | {"field":"Territory_Score__c"}
            written-types | FAIL | field | {"field":"Territory_Score__c","type":"string","length":10}
            written-types | FAIL | field | {"field":"Territory_Reason__c","length":100}
            edit-rights | FAIL | no-edit | {"field":"Territory__c"}
            record-types | WARN | record-types-asleep | {}
            duplicate-rules | WARN | duplicate-rule | {}
            validation-rules | WARN | validation-rule | {"field":"Territory__c","when":"changed","message":"no"}
            triggers | WARN | trigger | {}
            territory-model | WARN | territory-model | {"state":"Planning"}
            api-calls | FAIL | limit | {"name":"DailyApiRequests","max":1000,"used":990}
            api-calls | WARN | limit | {"name":"DailyApiRequests","max":100000,"used":92000}
            bulk-queries | FAIL | limit | {"name":"DailyBulkV2QueryJobs","max":10000,"used":9999}
            bulk-batches | FAIL | limit | {"name":"DailyBulkApiBatches","max":15000,"used":15000}
            bulk-results | FAIL | limit | {"name":"DailyBulkV2QueryFileStorageMB","max":976562,"used":976562}
            """;

    /** Check and what it must say, and what is done to the installation. */
    private static final Map<String, Map.Entry<CheckState, Consumer<Ward>>> HOUSE_STATES = Map.ofEntries(
            entry("user", warn(ward -> ward.accounts(1, ward.userId(), null))),
            entry("org-id", fail(ward -> ward.policy.writes(Switch.ENABLED, "00D000000000009AAA"))),
            entry(
                    "instance",
                    warn(ward ->
                            ward.orgUrl = URI.create(ward.info.instanceUrl().replace("127.0.0.1", "localhost")))),
            entry("api-version", fail(ward -> ward.apiVersion = "66.0")),
            entry(
                    "api-retirement",
                    fail(ward -> ward.clock = Clock.fixed(Instant.parse("2031-01-01T00:00:00Z"), ZoneOffset.UTC))),
            entry("clock", fail(ward -> ward.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10)))),
            entry("database-clock", warn(ward -> ward.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2)))),
            entry("owner-skew", warn(ward -> ward.accounts(10_001, "005000000000002AAA", null))),
            entry("parent-skew", warn(ward -> ward.accounts(10_001, "005000000000002AAA", "001000000000001AAA"))),
            entry("writes", warn(ward -> ward.policy.writes(Switch.DISABLED, ward.info.orgId()))),
            entry("policy-fields", fail(ward -> ward.policy.fields(java.util.List.of("colour")))),
            entry("guards", fail(ward -> ward.policy.guards(java.util.List.of("Nothing__c")))),
            entry("owner", warn(ward -> ward.policy.owners(true))),
            entry("four-eyes", warn(ward -> ward.sql("DELETE FROM person WHERE name = 'anna'"))),
            entry("audit", fail(ward -> {
                ward.sql("ALTER TABLE audit_log DISABLE TRIGGER USER");
                ward.sql("UPDATE audit_log SET actor = 'nobody' WHERE seq = 1");
            })),
            entry("disk", fail(ward -> ward.neededBytes = Long.MAX_VALUE / 8)),
            entry("vault", fail(ward -> {
                ward.vault().put(ward.orgUrl.toString(), "client-secret", "s3cret", "test");
                ward.vaultKey = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
            })),
            entry("key-files", fail(DoctorTest::openKeyFile)),
            entry("shares", warn(ward -> ward.band = 9)),
            entry(
                    "last-copy",
                    warn(ward ->
                            ward.sql("UPDATE sync_run SET finished_at = NULL, failed_at = now(), problem = 'cut'"))));

    /** States that no sandbox and no test database can be in; their verdicts are tested by themselves. */
    private static final TreeSet<String> ELSEWHERE =
            new TreeSet<>(java.util.Set.of("database", "durability", "currencies"));

    private static final Pattern ID = Pattern.compile("\"Id\":\"(012\\w{15})\"");

    private static Sandbox sandbox;

    @TempDir
    private Path home;

    record Spoilt(String check, CheckState expected, String state, String params) {}

    @BeforeAll
    static void start(@TempDir Path folder) {
        var today = LocalDate.of(2026, 6, 1);
        sandbox = Sandbox.start(
                new SandboxConfig("127.0.0.1", 0, false, 3, null, null, Duration.ofMillis(20), KeptKey.in(folder)),
                new PracticeOrg(40, 3, null, 3, today).load(),
                Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void clear() throws IOException, InterruptedException {
        send("DELETE", "/__sandbox/state", "");
    }

    @Test
    void a_healthy_installation_passes_every_check_and_nothing_is_written() throws IOException, InterruptedException {
        var ward = new Ward(sandbox.info(), home);
        var before = rows(ward);
        var log = send("GET", "/__sandbox/log", "");

        var diagnosis = ward.examine();

        assertThat(diagnosis.findings())
                .filteredOn(finding ->
                        finding.state() != CheckState.PASS && !finding.id().equals("durability"))
                .extracting(Finding::id)
                .as("the practice org's integration user is an administrator")
                .containsExactly("licence", "no-more-rights");
        assertThat(diagnosis.findings()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(diagnosis.sentence()).startsWith("Connected to Fairpatch Sandbox (sandbox). ");
        assertThat(send("GET", "/__sandbox/log", "")).isEqualTo(log);
        assertThat(rows(ward)).isEqualTo(before);
    }

    @Test
    void an_integration_user_with_the_permission_set_alone_has_what_it_needs_and_no_more()
            throws IOException, InterruptedException {
        state("minimum-access", "{}");
        var rights = new Ward(sandbox.info(), home)
                .examine().findings().stream()
                        .filter(finding -> finding.area() == Area.RIGHTS)
                        .filter(finding -> !finding.id().matches("read-rights-.*|activities"))
                        .toList();
        assertThat(rights).hasSizeGreaterThan(7).allSatisfy(finding -> assertThat(finding.state())
                .as(finding.toString())
                .isEqualTo(CheckState.PASS));
    }

    @ParameterizedTest
    @MethodSource
    void a_state_of_the_org_is_noticed(Spoilt spoilt) throws IOException, InterruptedException {
        spoil(spoilt);
        var log = send("GET", "/__sandbox/log", "");
        assertSays(new Ward(sandbox.info(), home).examine(), spoilt.check(), spoilt.expected());
        assertThat(send("GET", "/__sandbox/log", "")).isEqualTo(log);
    }

    static Stream<Spoilt> a_state_of_the_org_is_noticed() {
        return ORG_STATES
                .lines()
                .map(line -> line.split(" \\| "))
                .map(part -> new Spoilt(part[0], CheckState.valueOf(part[1]), part[2], part[3]));
    }

    @ParameterizedTest
    @MethodSource
    void a_state_of_the_installation_is_noticed(String check) {
        var ward = new Ward(sandbox.info(), home);
        var spoilt = Objects.requireNonNull(HOUSE_STATES.get(check), check);
        spoilt.getValue().accept(ward);
        assertSays(ward.examine(), check, spoilt.getKey());
    }

    static Stream<String> a_state_of_the_installation_is_noticed() {
        return HOUSE_STATES.keySet().stream().sorted();
    }

    @Test
    void every_check_has_a_state_that_it_must_notice() {
        var covered = new TreeSet<>(HOUSE_STATES.keySet());
        a_state_of_the_org_is_noticed().forEach(spoilt -> covered.add(spoilt.check()));
        covered.addAll(ELSEWHERE);
        var all = new Ward(sandbox.info(), home)
                .examine().findings().stream().map(Finding::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(covered).isEqualTo(all);
    }

    @Test
    void what_only_a_copy_tells_is_not_known_before_the_first() {
        var ward = new Ward(sandbox.info(), home);
        ward.sql("DELETE FROM account");
        var diagnosis = ward.examine();
        assertSays(diagnosis, "owner-skew", CheckState.WARN);
        assertSays(diagnosis, "parent-skew", CheckState.WARN);
    }

    @Test
    void a_vault_key_that_is_none_is_noticed_before_a_secret_is_kept() {
        var ward = new Ward(sandbox.info(), home);
        ward.vaultKey = "abc";
        assertSays(ward.examine(), "vault", CheckState.FAIL);
    }

    @Test
    void a_check_that_could_not_be_made_names_the_place() {
        var verdict = Verdict.of(Problem.of(ErrorCode.ORG_SIGN_IN, "The key can't be read")
                .at("/etc/new.key")
                .because("NoSuchFileException"));
        assertThat(verdict.why()).isEqualTo("/etc/new.key: NoSuchFileException");
    }

    @Test
    void several_currencies_pass_with_rates_and_fail_without() throws IOException, InterruptedException {
        state("multi-currency", "{}");
        assertSays(new Ward(sandbox.info(), home).examine(), "currencies", CheckState.PASS);
    }

    @Test
    void old_databases_and_ones_that_forget_are_named() {
        assertThat(ServiceChecks.version(13, "13.9").state()).isEqualTo(CheckState.FAIL);
        assertThat(ServiceChecks.version(18, "18.1").state()).isEqualTo(CheckState.WARN);
        assertThat(ServiceChecks.version(17, "17.2").state()).isEqualTo(CheckState.PASS);
        assertThat(ServiceChecks.durability(java.util.List.of("fsync")).state()).isEqualTo(CheckState.FAIL);
        assertThat(ServiceChecks.durability(java.util.List.of()).state()).isEqualTo(CheckState.PASS);
    }

    @Test
    void sign_in_and_rights_end_with_6_and_all_else_with_2() throws IOException, InterruptedException {
        assertThat(new Ward(sandbox.info(), home).examine().exitCode()).isNotEqualTo(6);
        var full = new Ward(sandbox.info(), home);
        full.neededBytes = Long.MAX_VALUE / 8;
        assertThat(full.examine().exitCode()).isEqualTo(2);
        state("no-view-all", "{}");
        assertThat(full.examine().exitCode()).isEqualTo(6);
        state("sign-in-refused", "{}");
        var refused = new Ward(sandbox.info(), home).examine();
        assertThat(refused.exitCode()).isEqualTo(6);
        assertThat(refused.sentence()).startsWith("Not connected: sign-in fails.");
    }

    private static void assertSays(Diagnosis diagnosis, String check, CheckState expected) {
        var finding = diagnosis.findings().stream()
                .filter(each -> each.id().equals(check))
                .findFirst()
                .orElseThrow();
        assertThat(finding.state()).as(finding.toString()).isEqualTo(expected);
        if (expected != CheckState.PASS) {
            assertThat(finding.why()).isNotBlank();
            assertThat(finding.mend()).isNotBlank();
            assertThat(finding.where()).isNotBlank();
        }
    }

    private void spoil(Spoilt spoilt) throws IOException, InterruptedException {
        switch (spoilt.state()) {
            case "none" -> {}
            case "record-types-asleep" -> {
                state("record-types", "{}");
                putToSleep("Partner");
            }
            default -> state(spoilt.state(), spoilt.params());
        }
    }

    private static Map.Entry<CheckState, Consumer<Ward>> fail(Consumer<Ward> spoiling) {
        return entry(CheckState.FAIL, spoiling);
    }

    private static Map.Entry<CheckState, Consumer<Ward>> warn(Consumer<Ward> spoiling) {
        return entry(CheckState.WARN, spoiling);
    }

    private static void putToSleep(String recordType) throws IOException, InterruptedException {
        var query = "/services/data/v66.0/query?q=SELECT+Id+FROM+RecordType+WHERE+DeveloperName='" + recordType + "'";
        var id = ID.matcher(send("GET", query, ""))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        send("PATCH", "/services/data/v66.0/sobjects/RecordType/" + id, "{\"IsActive\":false}");
    }

    private static void openKeyFile(Ward ward) {
        try {
            var file = Files.writeString(ward.home.resolve("app.key"), "no key");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            ward.keyFile = file.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** How many rows each table of the installation has. */
    private static Map<String, Long> rows(Ward ward) {
        return ward.jdbi.withHandle(handle -> {
            var counts = new HashMap<String, Long>();
            handle.createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                    .mapTo(String.class)
                    .forEach(table -> counts.put(
                            table,
                            handle.createQuery("SELECT count(*) FROM " + table)
                                    .mapTo(Long.class)
                                    .one()));
            return counts;
        });
    }

    private static void state(String kind, String params) throws IOException, InterruptedException {
        send("POST", "/__sandbox/state", "{\"kind\":\"" + kind + "\",\"params\":" + params + "}");
    }

    private static String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sandbox.info().instanceUrl() + path))
                .header("Authorization", "Bearer " + sandbox.info().accessToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return answer.body();
    }
}
