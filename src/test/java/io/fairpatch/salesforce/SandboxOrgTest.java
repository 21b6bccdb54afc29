package io.fairpatch.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteJob;
import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import io.fairpatch.sandbox.KeptKey;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import io.fairpatch.sandbox.data.CustomField;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The adapter against a whole org over HTTP, with faults switched on. */
class SandboxOrgTest {
    private static final int ACCOUNTS = 500;
    private static final String SOQL = "SELECT Id, Name, Description, AnnualRevenue FROM Account";

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    private SalesforceOrg org;

    @BeforeAll
    static void startSandbox() {
        var rows = IntStream.range(0, ACCOUNTS)
                .mapToObj(
                        i -> new String[] {"a" + i, "Ébène \"" + i + "\", Ltd", "one\ntwo", i % 7 == 0 ? "" : i + ".5"})
                .toList();
        var data = new OrgData(
                List.of(new CustomField("Account", "Territory__c", "Territory", "string", 80, null)),
                List.of(new OrgTable("Account", List.of("Id", "Name", "Description", "AnnualRevenue"), rows)));
        var config = new SandboxConfig("127.0.0.1", 0, false, 1, null, null, Duration.ofMillis(20), KeptKey.in(folder));
        sandbox = Sandbox.start(config, data, Clock.systemUTC());
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    void connect() throws IOException, InterruptedException {
        control("DELETE", "");
        var info = sandbox.info();
        org = connect(new SignIn.ClientCredentials(info.clientId(), info.clientSecret()));
    }

    @Test
    void all_ways_of_signing_in_name_the_same_org_and_user() {
        var info = sandbox.info();
        var jwt = new SignIn.JwtBearer(info.clientId(), info.jwtUsername(), Path.of(info.jwtKeyFile()), null);

        var identity = org.reader().identity();

        assertThat(identity.id().value()).isEqualTo(info.orgId());
        assertThat(identity.production()).isFalse();
        assertThat(connect(jwt).reader().identity()).isEqualTo(identity);
        assertThat(connect(new SignIn.AccessToken(info.accessToken())).reader().identity())
                .as("the user comes from SOAP getUserInfo")
                .isEqualTo(identity);
    }

    @Test
    void describe_and_limits_are_read() {
        assertThat(org.reader().describe("Account").field("Territory__c")).hasValueSatisfying(field -> {
            assertThat(field.updateable()).isTrue();
            assertThat(field.length()).isEqualTo(80);
        });
        assertThat(org.reader().limits()).containsKey("DailyApiRequests");
    }

    @ParameterizedTest
    @CsvSource({
        "cut, GET */results*, 3",
        "stall, GET */results*, 1",
        "wrong-count, GET */results*, 1",
        "html, GET */results*, 1",
        "401, GET */results*, 1",
        "401, GET */jobs/query/*, 1",
        "406, GET */results*, 1",
        "420, POST */jobs/query, 1",
        "429, POST */jobs/query, 1",
        "503, GET */jobs/query/*, 2",
        "500, GET */jobs/query/*, 1",
        "lost-answer, POST */jobs/query, 1"
    })
    void every_row_arrives_once_whatever_passing_fault_strikes(String kind, String match, int count)
            throws IOException, InterruptedException {
        fault(kind, match, 1, count);
        var sink = new RowsInMemory();

        assertThat(org.reader().query(new BulkQuery("Account", SOQL, false), sink, Progress.NONE))
                .isEqualTo(ACCOUNTS);

        assertThat(sink.rows.stream().map(row -> row.get(0)).collect(Collectors.toSet()))
                .hasSize(ACCOUNTS);
        assertThat(sink.rows).allSatisfy(row -> assertThat(row.get(2)).isEqualTo("one\ntwo"));
    }

    @Test
    void a_failed_query_job_is_one_clear_problem() throws IOException, InterruptedException {
        fault("job-failed", "POST */jobs/query", 0, 1);

        var problem = catchThrowableOfType(FairpatchException.class, () -> org.reader()
                .query(new BulkQuery("Account", SOQL, false), new RowsInMemory(), Progress.NONE));

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_JOB_FAILED);
    }

    @Test
    void approved_rows_are_written_and_refused_ones_told() throws IOException, InterruptedException {
        var ids = ids(20);
        fault("lock-rows", "PUT */batches*", 0, 1);

        var results = write(org.writer(), ids, "West");

        assertThat(results).extracting(WriteResult::id).containsExactlyInAnyOrderElementsOf(ids);
        var failed =
                results.stream().filter(result -> result.fate() == Fate.FAILED).toList();
        assertThat(failed).extracting(WriteResult::errorCode).containsExactly("UNABLE_TO_LOCK_ROW");
        assertThat(territories(ids)).hasSize(19).allMatch("West"::equals);
    }

    @Test
    void a_lost_answer_to_completion_is_doubt_that_reading_resolves() throws IOException, InterruptedException {
        var ids = ids(5);
        fault("lost-answer", "PATCH */jobs/ingest/*", 0, 1);
        var job = upload(org.writer(), ids, "North");

        var problem = catchThrowableOfType(
                FairpatchException.class, () -> org.writer().complete(job));

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_ANSWER_LOST);
        awaitEnd(org.writer(), job);
        assertThat(territories(ids)).hasSize(5).allMatch("North"::equals);
    }

    @Test
    void serial_jobs_write_too() {
        var ids = ids(10);

        assertThat(write(org.serialWriter(), ids, "Serial"))
                .allMatch(result -> result.fate() == Fate.WRITTEN)
                .extracting(WriteResult::id)
                .containsExactlyElementsOf(ids);
        assertThat(territories(ids)).hasSize(10).allMatch("Serial"::equals);
    }

    private List<WriteResult> write(OrgWriter writer, List<String> ids, String territory) {
        var job = upload(writer, ids, territory);
        writer.complete(job);
        awaitEnd(writer, job);
        return writer.results(job);
    }

    private static WriteJob upload(OrgWriter writer, List<String> ids, String territory) {
        var job = writer.createUpdate("Account");
        var rows = ids.stream()
                .map(id -> Map.of("Id", id, "Territory__c", territory))
                .toList();
        writer.upload(job, List.of("Id", "Territory__c"), rows);
        return job;
    }

    private static void awaitEnd(OrgWriter writer, WriteJob job) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!writer.status(job).state().terminal()) {
            assertThat(System.nanoTime()).as("job " + job.id() + " doesn't end").isLessThan(deadline);
        }
    }

    private List<String> ids(int count) {
        var sink = new RowsInMemory();
        org.reader().query(new BulkQuery("Account", "SELECT Id FROM Account", false), sink, Progress.NONE);
        return sink.rows.stream().limit(count).map(row -> row.get(0)).toList();
    }

    private List<String> territories(List<String> ids) {
        return org.reader().read("Account", ids, List.of("Territory__c")).stream()
                .map((OrgRecord account) -> account.value("Territory__c").orElse(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static SalesforceOrg connect(SignIn signIn) {
        var settings = SalesforceSettings.of(URI.create(sandbox.info().instanceUrl()), signIn)
                .withPace(StubOrg.pace(5, Duration.ofSeconds(20), 200));
        return SalesforceOrg.connect(settings, Clock.systemUTC());
    }

    private static void fault(String kind, String match, int skip, int count) throws IOException, InterruptedException {
        control("POST", Json.write(Map.of("kind", kind, "match", match, "skip", skip, "count", count)));
    }

    private static void control(String method, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sandbox.info().instanceUrl() + "/__sandbox/faults"))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }
}
