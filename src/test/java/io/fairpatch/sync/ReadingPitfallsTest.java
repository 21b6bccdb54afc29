package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.error.Category;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.RowSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ways in which connectors lost rows or hung while reading, by the numbers of {@code docs/pitfalls.md}, each with
 * the fault switched on in the practice org.
 */
class ReadingPitfallsTest {
    private static final SyncRequest FULL = new SyncRequest(true, false);
    private static final SyncRequest ALL = new SyncRequest(true, true);
    private static final String RESULTS = "GET */results*";

    @TempDir
    static Path folder;

    private static LiveSync live;

    @BeforeAll
    static void start() {
        live = new LiveSync(folder);
        live.sync();
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    @BeforeEach
    void healthy() {
        live.disarm();
        live.noState();
        live.usual();
    }

    @Test
    void pitfall_1_a_page_with_fewer_rows_than_declared_is_read_again_and_never_believed() {
        rename(3);
        live.arm(fault("wrong-count", RESULTS, 1));
        live.sync(FULL);
        assertRightRows();

        rename(4);
        live.arm(fault("wrong-count", RESULTS, 99));
        assertRefused(ErrorCode.ORG_RECORD_COUNT, () -> live.sync(FULL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "stall"})
    void pitfall_2_a_download_that_breaks_off_or_falls_silent_is_taken_up_again(String kind) {
        rename(3);
        live.arm(fault(kind, RESULTS, 3));
        live.sync(FULL);
        assertRightRows();
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 90_000})
    void pitfall_3_a_record_committed_late_with_an_older_stamp_is_found(int secondsOld) {
        live.sync(ALL);
        live.arm("{\"kind\":\"late-commit\",\"match\":\"POST *\",\"params\":{\"seconds\":" + secondsOld + "}}");
        live.rest("POST", "/Account", "{\"Name\":\"Late by " + secondsOld + "\"}");
        boolean withinOverlap = secondsOld < 60 * live.settings.overlapMinutes();
        live.settings = withinOverlap ? live.settings : new ConnectorConfig.Sync(1_000, 30, 0, 24, 10);

        assertThat(live.sync().modes()).containsEntry("Account", withinOverlap ? "CHANGES" : "CHANGES+IDS");

        assertRightRows();
    }

    @Test
    void pitfall_4_deleted_and_merged_records_are_marked_and_say_where_they_went() {
        live.sync(ALL);
        var ids = live.ids("Account");
        live.deleteAccount(ids.get(1));
        live.soap("<merge><request><masterRecord><type>Account</type><Id>" + ids.get(2) + "</Id></masterRecord>"
                + "<recordToMergeIds>" + ids.get(3) + "</recordToMergeIds></request></merge>");

        assertThat(live.sync().deleted()).containsEntry("Account", 2L);

        assertRightRows();
        assertThat(column("SELECT merged_into FROM account WHERE id = '" + ids.get(3) + "'"))
                .containsExactly(ids.get(2));
        assertThat(column("SELECT id FROM account WHERE deleted_at IS NOT NULL AND merged_into IS NULL"))
                .containsExactly(ids.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"job-failed", "job-aborted", "job-stuck"})
    void pitfall_5_a_job_that_will_never_complete_ends_the_run_with_one_error(String kind) {
        rename(3);
        live.arm("{\"kind\":\"" + kind + "\",\"match\":\"POST */jobs/query\",\"count\":99}");
        int jobs = live.jobs();

        var refused = assertRefused(ErrorCode.ORG_JOB_FAILED, () -> live.sync(FULL));

        assertThat(refused.problem().advice()).startsWith("Maybe ");
        assertThat(live.jobs()).as("none is left to be waited for again").isLessThanOrEqualTo(jobs);
        live.sync(FULL);
        assertRightRows();
    }

    @Test
    void pitfall_6_a_value_that_changes_without_a_stamp_comes_with_the_scheduled_full_reading() {
        live.mapping = Mappings.with("account", "industry", "Parent.Industry");
        var ids = live.ids("Account");
        live.rest("PATCH", "/Account/" + ids.get(1), "{\"ParentId\":\"" + ids.get(0) + "\"}");
        live.sync();
        live.rest("PATCH", "/Account/" + ids.get(0), "{\"Industry\":\"Energy\"}");
        var seen = "SELECT industry FROM account WHERE id = '" + ids.get(1) + "'";

        assertThat(live.sync().modes()).containsEntry("Account", "CHANGES");
        live.settings = new ConnectorConfig.Sync(1_000, 30, 7, 0, 10);
        assertThat(live.sync().modes()).containsEntry("Account", "CHANGES+FULL");

        assertThat(column(seen)).containsExactly("Energy");
    }

    @Test
    void pitfall_10_any_letter_arrives_as_it_was_and_what_no_database_takes_is_noted() {
        var name = "Zoë \uD83D\uDE80 \u5317\u4EAC, \"a\"\\n\nb";
        var row = new String[] {name.repeat(12), "ends in NUL\\u0000"};
        var ids = live.ids("Account");
        live.rest("PATCH", "/Account/" + ids.get(0), json("Name", row[0]));
        live.rest("PATCH", "/Account/" + ids.get(1), "{\"Name\":\"" + row[1] + "\"}");

        var report = live.sync();

        assertThat(column("SELECT name FROM account WHERE id = '" + ids.get(0) + "'"))
                .containsExactly(row[0]);
        assertThat(column("SELECT name FROM account WHERE id = '" + ids.get(1) + "'"))
                .containsExactly("ends in NUL");
        assertThat(report.notes()).isEqualTo(1);
        assertThat(column("SELECT reason FROM refused_row"))
                .singleElement()
                .asString()
                .contains("NUL");
        // no real org keeps it, and neither do we
        rename(1);
    }

    @Test
    void pitfall_11_rows_are_passed_on_while_their_page_still_comes_in() {
        var broken = new ArrayList<Integer>();
        var sink = new CountingSink(broken);
        live.arm(fault("stall", RESULTS, 1));

        live.reader().query(new BulkQuery("Account", "SELECT Id, Name FROM Account", false), sink, Progress.NONE);

        assertThat(broken)
                .as("rows that had come when the page fell silent")
                .singleElement()
                .matches(rows -> rows > 0);
        assertThat(sink.kept).isEqualTo(live.ids("Account").size());
    }

    @Test
    void pitfall_13_an_answer_that_is_no_json_is_asked_for_again() {
        rename(3);
        for (var kind : List.of("html", "empty", "406", "420")) {
            live.arm(fault(kind, RESULTS, 1));
        }
        live.arm(fault("html", "GET */describe", 1));
        live.arm(fault("empty", "POST */jobs/query", 1));
        live.arm(fault("420", "GET */jobs/query/*", 1));

        live.sync(FULL);

        assertRightRows();
    }

    @Test
    void pitfall_14_a_run_does_not_begin_in_the_reserve_and_an_exhausted_limit_is_not_tried_again() {
        live.state("limit", "{\"name\":\"DailyApiRequests\",\"max\":1000,\"used\":910}");
        assertRefused(ErrorCode.SYNC_BUDGET, () -> live.sync(FULL));

        live.arm("{\"kind\":\"403-limit\",\"match\":\"GET */describe\",\"count\":99}");
        long asked = live.requests();
        assertRefused(ErrorCode.ORG_LIMIT, () -> live.sync(FULL));
        assertThat(live.requests() - asked).isLessThan(5);
    }

    @Test
    void pitfall_16_an_expired_session_is_renewed_and_one_that_stays_expired_is_given_up() {
        rename(3);
        live.arm(fault("401", RESULTS, 1));
        live.sync(FULL);
        assertRightRows();

        live.arm(fault("401", "GET */jobs/query/*", 999));
        var refused = assertThatThrownBy(() -> live.sync(FULL)).isInstanceOf(FairpatchException.class);
        refused.satisfies(
                e -> assertThat(((FairpatchException) e).code().category()).isEqualTo(Category.ACCESS));
    }

    @Test
    void pitfall_17_compound_fields_are_left_out_and_objects_that_bulk_refuses_come_by_rest() {
        live.sync(ALL);
        live.mapping = Mappings.with("account", "city", "BillingAddress");
        live.state("territory-model", "{\"rules\":7}");
        live.state("not-in-bulk", "{\"object\":\"ObjectTerritory2Association\"}");

        var report = live.sync();

        assertThat(report.missing()).anySatisfy(field -> {
            assertThat(field.field()).isEqualTo("city");
            assertThat(field.reason()).contains("cannot be read in bulk");
        });
        assertThat(report.rows()).containsEntry("ObjectTerritory2Association", 7L);
    }

    @Test
    void pitfall_19_fields_that_came_went_or_changed_are_reported_by_the_next_run() {
        live.sync(ALL);
        live.state("missing-field", "{\"field\":\"MRR__c\"}");
        live.state("field", "{\"field\":\"Site\",\"type\":\"double\"}");

        assertThat(live.sync().drift())
                .anyMatch(sentence -> sentence.startsWith("Account.MRR__c is gone"))
                .anyMatch(sentence -> sentence.startsWith("Account.Site was string and is double now"));
        assertThat(live.sync().drift()).isEmpty();
    }

    @Test
    void pitfall_20_amounts_in_other_currencies_are_converted_at_stored_rates_and_kept_as_they_were() {
        live.state("multi-currency", "{\"currencies\":\"USD:1;EUR:0.8\",\"every\":2}");
        live.mapping = Mappings.with("account", "expansion", "{constant: 50000}");
        for (var user : live.ids("User")) {
            live.rest("PATCH", "/User/" + user, "{\"Quota__c\":400}");
        }

        live.sync(FULL);

        assertThat(column("SELECT DISTINCT expansion_cents FROM account WHERE deleted_at IS NULL"))
                .as("what stands in the mapping is in no record's currency")
                .containsExactly("5000000");

        assertThat(column(
                        "SELECT DISTINCT amount_cents || ' ' || coalesce(original ->> 'Amount', '-') || ' ' || currency"
                                + " FROM opportunity WHERE deleted_at IS NULL ORDER BY 1"))
                .containsExactly("10000 - USD", "12500 100.0 EUR");
        assertThat(column("SELECT DISTINCT quota_cents || ' ' || coalesce(original ->> 'Quota__c', '-')"
                        + " || ' ' || currency FROM org_user ORDER BY 1"))
                .as("a quota is in the currency of its user")
                .containsExactly("40000 - USD", "50000 400.0 EUR");
        assertThat(column("SELECT currency FROM sync_run ORDER BY id DESC LIMIT 1"))
                .containsExactly("USD");
    }

    @Test
    void pitfall_21_an_object_whose_stamp_can_not_be_filtered_is_read_in_full() {
        live.sync(ALL);
        live.state("field", "{\"object\":\"Contact\",\"field\":\"SystemModstamp\",\"filterable\":\"false\"}");
        assertThatThrownBy(() -> live.query("SELECT Id FROM Contact WHERE SystemModstamp > 2026-01-01T00:00:00Z"))
                .hasMessageContaining("can not be filtered in a query call");

        live.rest("POST", "/Contact", "{\"LastName\":\"Late\"}");
        assertThat(live.sync().modes()).containsEntry("Contact", "FULL").containsEntry("Account", "CHANGES");

        assertThat(column("SELECT name FROM contact")).containsExactly("Late");
    }

    @Test
    void pitfall_22_a_field_that_this_user_may_not_read_is_named_and_comes_once_it_may() {
        live.sync(ALL);
        var id = live.ids("Account").get(0);
        live.rest("PATCH", "/Account/" + id, "{\"Industry\":\"Energy\"}");
        live.state("no-read", "{\"field\":\"Industry\"}");
        assertThat(live.sync().missing()).anySatisfy(field -> {
            assertThat(field.field()).isEqualTo("industry");
            assertThat(field.reason()).contains("may not read it");
        });

        live.noState();
        assertThat(live.sync().modes()).containsEntry("Account", "CHANGES+FULL");
        assertThat(column("SELECT industry FROM account WHERE id = '" + id + "'"))
                .containsExactly("Energy");

        live.state("no-read", "{\"field\":\"Amount\",\"object\":\"Opportunity\"}");
        assertRefused(ErrorCode.SYNC_FIELD_MISSING, () -> live.sync());
    }

    private FairpatchException assertRefused(ErrorCode code, ThrowingCallable call) {
        var before = live.inTheCopy();
        var cursors = column("SELECT object || upto FROM sync_cursor ORDER BY 1");
        var thrown = new ArrayList<FairpatchException>();
        assertThatThrownBy(call).isInstanceOfSatisfying(FairpatchException.class, e -> {
            assertThat(e.code()).as(e.problem().render()).isEqualTo(code);
            thrown.add(e);
        });
        assertThat(live.inTheCopy()).as("the copy from before stands").isEqualTo(before);
        assertThat(column("SELECT object || upto FROM sync_cursor ORDER BY 1")).isEqualTo(cursors);
        live.disarm();
        return thrown.get(0);
    }

    private void assertRightRows() {
        live.disarm();
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }

    private void rename(int which) {
        live.rest("PATCH", "/Account/" + live.ids("Account").get(which), "{\"Name\":\"Renamed " + which + "\"}");
    }

    private List<String> column(String sql) {
        return live.jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static String fault(String kind, String match, int count) {
        return "{\"kind\":\"" + kind + "\",\"match\":\"" + match + "\",\"skip\":1,\"count\":" + count + "}";
    }

    private static String json(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value).toString();
    }

    /** Counts the rows of pages that ended, and notes those of pages that did not. */
    private static final class CountingSink implements RowSink {
        private final List<Integer> broken;
        private int page;
        private int kept;

        CountingSink(List<Integer> broken) {
            this.broken = broken;
        }

        @Override
        public void pageStart(List<String> header) {
            page = 0;
        }

        @Override
        public void row(List<String> values) {
            page++;
        }

        @Override
        public void pageEnd(int count) {
            kept += page;
        }

        @Override
        public void pageBroken() {
            broken.add(page);
        }
    }
}
