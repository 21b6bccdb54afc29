package io.fairpatch.salesforce;

import static io.fairpatch.salesforce.StubOrg.DATA;
import static io.fairpatch.salesforce.StubOrg.error;
import static io.fairpatch.salesforce.StubOrg.json;
import static io.fairpatch.salesforce.StubOrg.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.model.Silent;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.QueryJob;
import io.fairpatch.salesforce.StubOrg.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkQueryTest extends OnStubOrg {
    private static final String JOB = DATA + "/jobs/query/750000000000001AAA";
    private static final String RESULTS = "GET " + JOB + "/results";
    private static final BulkQuery QUERY = new BulkQuery("Account", "SELECT Id, Name FROM Account", false);
    private static final String TWO_ROWS = "\"Id\",\"Name\"\n\"1\",\"Ébène, \"\"Ltd\"\"\"\n\"2\",\"two\nlines\"\n";
    private static final String ONE_ROW = "\"Id\",\"Name\"\n\"3\",\"\"\n";
    private static final List<List<String>> ALL =
            List.of(List.of("1", "Ébène, \"Ltd\""), List.of("2", "two\nlines"), List.of("3", ""));

    private final RowsInMemory sink = new RowsInMemory();

    @BeforeEach
    void start() {
        org.on("POST " + DATA + "/jobs/query", json("{\"id\":\"750000000000001AAA\",\"state\":\"UploadComplete\"}"));
        org.on("GET " + JOB, state("UploadComplete"), state("InProgress"), state("JobComplete"));
        org.on("DELETE " + JOB, StubOrg.answer(204, ""));
        org.on("PATCH " + JOB, state("Aborted"));
    }

    @Test
    void pages_are_joined_without_their_headers_and_the_job_is_removed() {
        org.on(RESULTS, page(2, "abc", TWO_ROWS), page(1, "null", ONE_ROW));

        assertThat(query()).isEqualTo(3);

        assertThat(sink.rows).isEqualTo(ALL);
        assertThat(sink.header).containsExactly("Id", "Name");
        assertThat(org.requests(RESULTS))
                .extracting(StubOrg.Request::query)
                .containsExactly("maxRecords=50000", "maxRecords=50000&locator=abc");
        assertThat(org.requests("DELETE " + JOB)).hasSize(1);
        assertThat(org.requests("PATCH " + JOB)).isEmpty();
    }

    @Test
    void a_page_that_breaks_off_is_read_again_by_its_locator() {
        var half = TWO_ROWS.substring(0, 40).getBytes(StandardCharsets.UTF_8);
        org.on(
                RESULTS,
                cut(half, 2),
                page(2, "abc", TWO_ROWS),
                cut(ONE_ROW.getBytes(StandardCharsets.UTF_8), 1),
                page(1, "null", ONE_ROW));

        assertThat(query()).isEqualTo(3);

        assertThat(sink.rows).isEqualTo(ALL);
        assertThat(org.requests(RESULTS))
                .extracting(StubOrg.Request::query)
                .containsExactly(
                        "maxRecords=50000",
                        "maxRecords=50000",
                        "maxRecords=50000&locator=abc",
                        "maxRecords=50000&locator=abc");
    }

    @Test
    void a_page_that_falls_silent_is_given_up_and_read_again() {
        org.on(
                RESULTS,
                org.stalled("\"Id\",\"Name\"\n\"1\",\"x\"\n", "Sforce-NumberOfRecords", "2"),
                page(2, "abc", TWO_ROWS),
                page(1, "null", ONE_ROW));

        assertThat(query()).isEqualTo(3);

        assertThat(sink.rows).isEqualTo(ALL);
        assertThat(sink.broken).isEqualTo(1);
    }

    @Test
    void a_page_with_fewer_rows_than_declared_is_read_again_and_in_the_end_refused() {
        org.on(RESULTS, page(3, "null", TWO_ROWS));

        var problem = failure();

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_RECORD_COUNT);
        assertThat(problem).hasMessageContaining("declared 3 rows, but 2 arrived");
        assertThat(org.requests(RESULTS)).hasSize(3);
        assertThat(sink.rows).isEmpty();
    }

    @Test
    void pages_that_hold_fewer_rows_than_the_job_counted_are_refused() {
        org.on(RESULTS, page(2, "null", TWO_ROWS));

        var problem = failure();

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_RECORD_COUNT);
        assertThat(problem).hasMessageContaining("has 3 rows, but its pages brought 2");
    }

    @Test
    void a_compressed_page_is_read_and_a_cut_one_noticed() throws IOException {
        var whole = StubOrg.gzip(TWO_ROWS);
        var half = Arrays.copyOf(whole, whole.length - 20);
        org.on(
                RESULTS,
                StubOrg.bytes(half, "Content-Encoding", "gzip", "Sforce-NumberOfRecords", "2"),
                StubOrg.bytes(
                        whole, "Content-Encoding", "gzip", "Sforce-NumberOfRecords", "2", "Sforce-Locator", "abc"),
                page(1, "null", ONE_ROW));

        assertThat(query()).isEqualTo(3);

        assertThat(sink.rows).isEqualTo(ALL);
    }

    @Test
    void bytes_that_are_not_utf_8_spoil_their_value_alone() {
        org.on("GET " + JOB, json("{\"state\":\"JobComplete\",\"numberRecordsProcessed\":1}"));
        org.on(RESULTS, StubOrg.bytes("\"Id\",\"Name\"\n\"1\",\"B\u00e9la\"\n".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(query()).isEqualTo(1);

        assertThat(sink.rows).containsExactly(List.of("1", "B\uFFFEla"));
    }

    @Test
    void pages_that_the_org_lists_are_asked_for_ahead_and_read_in_order() {
        org.on("GET " + JOB, json("{\"state\":\"JobComplete\",\"numberRecordsProcessed\":3}"));
        org.on(
                "GET " + JOB + "/resultPages",
                json("{\"resultPages\":[{\"resultLink\":\"" + JOB + "/results?locator=one\"}],"
                        + "\"nextRecordsUrl\":\"" + JOB + "/resultPages2\",\"done\":false}"));
        org.on(
                "GET " + JOB + "/resultPages2",
                json("{\"resultPages\":[{\"resultUrl\":\"" + JOB + "/results2?locator=two\"}]}"));
        org.on(RESULTS, page(2, "two", TWO_ROWS));
        org.on(RESULTS + "2", page(1, "null", ONE_ROW));
        var small = StubOrg.pace().withPageRows(2);

        assertThat(org.connect(small).reader().query(QUERY, sink, Progress.NONE))
                .isEqualTo(3);

        assertThat(sink.rows).isEqualTo(ALL);
        assertThat(org.requests(RESULTS + "2")).hasSize(1);
    }

    @Test
    void reading_goes_on_from_the_page_it_stood_at() {
        org.on("GET " + JOB, json("{\"state\":\"JobComplete\",\"numberRecordsProcessed\":3}"));
        org.on(RESULTS, page(1, "null", ONE_ROW));
        var stood = new QueryJob(QUERY, "750000000000001AAA", "66.0", "abc", 2);

        assertThat(org.connect().reader().read(stood, sink, Progress.NONE)).isEqualTo(3);

        assertThat(sink.rows).containsExactly(List.of("3", ""));
        assertThat(org.requests(RESULTS))
                .extracting(StubOrg.Request::query)
                .containsExactly("maxRecords=50000&locator=abc");
    }

    @Test
    void an_expired_session_in_mid_job_is_renewed_once() {
        var expired = error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        org.on("GET " + JOB, expired, state("JobComplete"));
        org.on(RESULTS, page(2, "abc", TWO_ROWS), expired, page(1, "null", ONE_ROW));

        assertThat(query()).isEqualTo(3);

        assertThat(sink.rows).isEqualTo(ALL);
        assertThat(org.requests(RESULTS))
                .extracting(StubOrg.Request::token)
                .containsExactly("Bearer token-2", "Bearer token-2", "Bearer token-3");
    }

    @Test
    void passing_faults_are_waited_out() {
        org.on(
                "POST " + DATA + "/jobs/query",
                StubOrg.html(420),
                error(503, "SERVER_UNAVAILABLE", "busy"),
                json("{\"id\":\"750000000000001AAA\",\"state\":\"UploadComplete\"}"));
        org.on(
                RESULTS,
                StubOrg.html(200),
                StubOrg.silence(),
                page(2, "abc", TWO_ROWS),
                StubOrg.answer(406, ""),
                page(1, "null", ONE_ROW));

        assertThat(query()).isEqualTo(3);

        assertThat(sink.rows).isEqualTo(ALL);
    }

    @Test
    void a_failed_job_is_told_in_the_orgs_words() {
        org.on("GET " + JOB, json("{\"state\":\"Failed\",\"errorMessage\":\"Retried more than fifteen times\"}"));

        var problem = failure();

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_JOB_FAILED);
        assertThat(problem)
                .hasMessageContaining("750000000000001AAA")
                .hasMessageContaining("Retried more than fifteen times");
        assertThat(org.requests("DELETE " + JOB)).hasSize(1);
    }

    @Test
    void a_state_that_nobody_knows_is_not_waited_for() {
        org.on("GET " + JOB, state("Pondering"));

        assertThat(failure()).hasMessageContaining("Pondering");
    }

    @Test
    void a_job_that_never_ends_is_aborted() {
        org.on("GET " + JOB, state("InProgress"));
        var hasty = StubOrg.pace(3, Duration.ofMillis(100), 50_000);

        var problem = catchThrowableOfType(
                FairpatchException.class, () -> org.connect(hasty).reader().query(QUERY, sink, Progress.NONE));

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_JOB_FAILED);
        assertThat(org.requests("PATCH " + JOB))
                .extracting(StubOrg.Request::body)
                .containsExactly("{\"state\":\"Aborted\"}");
    }

    @Test
    void a_person_can_stop_it() {
        var stop = new Silent() {
            @Override
            public void stage(String sentence) {}

            @Override
            public void at(long done, long total) {}

            @Override
            public boolean stopRequested() {
                return true;
            }
        };

        var problem = catchThrowableOfType(
                FairpatchException.class, () -> org.connect().reader().query(QUERY, sink, stop));

        assertThat(problem.code()).isEqualTo(ErrorCode.INTERRUPTED);
        assertThat(org.requests("PATCH " + JOB)).hasSize(1);
        assertThat(org.requests("DELETE " + JOB)).hasSize(1);
    }

    @Test
    void what_is_not_offered_in_bulk_is_read_by_rest() {
        org.on("POST " + DATA + "/jobs/query", error(400, "INVALIDENTITY", "not supported by the Bulk API"));
        org.on(
                "GET " + DATA + "/query",
                json(
                        "{\"totalSize\":2,\"records\":[{\"Id\":\"1\",\"Owner\":{\"Name\":\"Ann\"},\"Size\":3.5E8}],\"nextRecordsUrl\":\""
                                + DATA + "/query/01g-1\"}"));
        org.on(
                "GET " + DATA + "/query/01g-1",
                json("{\"totalSize\":2,\"records\":[{\"Id\":\"2\",\"Owner\":null,\"Size\":null}]}"));
        var query = new BulkQuery("CaseStatus", "SELECT Id, Owner.Name, Size FROM CaseStatus", false);

        assertThat(org.connect().reader().query(query, sink, Progress.NONE)).isEqualTo(2);

        assertThat(sink.rows).containsExactly(List.of("1", "Ann", "350000000"), List.of("2", "", ""));
    }

    private long query() {
        return org.connect().reader().query(QUERY, sink, Progress.NONE);
    }

    private FairpatchException failure() {
        return catchThrowableOfType(FairpatchException.class, this::query);
    }

    private static Answer cut(byte[] body, int rows) {
        return StubOrg.cut(body, "Sforce-NumberOfRecords", "" + rows, "Content-Type", "text/csv");
    }

    private static Answer state(String state) {
        return json("{\"state\":\"" + state + "\",\"numberRecordsProcessed\":3}");
    }
}
