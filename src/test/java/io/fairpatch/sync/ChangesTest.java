package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Silent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the second sync of an org brings, and what it dares to take away. */
class ChangesTest {
    private static final SyncRequest FULL = new SyncRequest(true, false);

    @TempDir
    private Path folder;

    private LiveSync live;

    @BeforeEach
    void start() {
        live = new LiveSync(folder);
        live.sync();
    }

    @AfterEach
    void stop() {
        live.close();
    }

    @Test
    void a_second_sync_reads_only_what_changed_and_ends_equal_to_the_org() {
        var ids = live.ids("Account");
        live.rest("PATCH", "/Account/" + ids.get(3), "{\"Name\":\"Changed\"}");
        live.deleteAccount(ids.get(4));
        live.rest("POST", "/Account", "{\"Name\":\"New\"}");

        var report = live.sync();

        assertThat(report.modes()).containsEntry("Account", "CHANGES");
        assertThat(report.rows("Account")).isEqualTo(3);
        assertThat(report.rows("Opportunity")).isOne();
        assertThat(report.deleted()).containsEntry("Account", 1L).containsEntry("Opportunity", 1L);
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }

    @Test
    void deals_that_went_along_with_their_account_come_back_with_it() {
        var account =
                live.rest("POST", "/Account", "{\"Name\":\"New\"}").path("id").asText();
        live.rest(
                "POST",
                "/Opportunity",
                "{\"Name\":\"Deal\",\"AccountId\":\"%s\",\"StageName\":\"Verbal\",\"CloseDate\":\"2026-01-31\"}"
                        .formatted(account));
        live.sync();
        live.rest("DELETE", "/Account/" + account, "");

        assertThat(live.sync().deleted()).containsEntry("Account", 1L).containsEntry("Opportunity", 1L);
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());

        live.soap("<undelete><ids>" + account + "</ids></undelete>");
        live.sync();
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }

    @Test
    void deletes_of_a_few_are_taken_over_by_a_full_sync_and_many_only_when_accepted() {
        var ids = live.ids("Opportunity");
        live.rest("DELETE", "/Opportunity/" + ids.get(0), "");
        assertThat(live.sync(FULL).deleted()).containsEntry("Opportunity", 1L);
        live.rest("DELETE", "/Opportunity/" + ids.get(1), "");
        live.rest("DELETE", "/Opportunity/" + ids.get(2), "");

        assertThatThrownBy(() -> live.sync(FULL)).isInstanceOfSatisfying(FairpatchException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.SYNC_DELETES);
            assertThat(refusal.code().category().exitCode()).isEqualTo(8);
            assertThat(refusal).hasMessageContaining("2 of 89 records of Opportunity");
        });
        assertThat(live.inTheCopy()).hasSize(LiveSync.ACCOUNTS * 2 - 1);

        live.sync(new SyncRequest(true, true));
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }

    @Test
    void a_reconcile_finds_by_id_and_stamp_what_the_windows_missed() {
        live.jdbi.useHandle(
                handle -> handle.execute(
                        "UPDATE account SET name = 'stale', system_modstamp = '2020-01-01' WHERE id IN (SELECT id FROM account LIMIT 2)"));
        live.jdbi.useHandle(handle -> handle.execute("DELETE FROM account WHERE id IN (SELECT max(id) FROM account)"));
        live.jdbi.useHandle(
                handle -> handle.execute("UPDATE sync_cursor SET reconciled_at = now() - interval '8 days'"));

        assertThat(live.sync().modes()).containsEntry("Account", "CHANGES+IDS");

        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
        assertThat(live.sync().modes()).containsEntry("Account", "CHANGES");
    }

    @Test
    @Tag("A2")
    void another_mapping_reads_everything_and_the_expression_is_computed() {
        var ids = live.ids("Account");
        live.rest("PATCH", "/Account/" + ids.get(0), "{\"MRR__c\":10.5}");
        live.mapping = Mappings.with("account", "currentRevenue", "{times: 12, of: MRR__c}");

        var report = live.sync();
        assertThat(report.modes()).containsEntry("Account", "CHANGES+FULL").containsEntry("Opportunity", "CHANGES");
        assertThat(report.rows("Account"))
                .as("what changed is not counted twice")
                .isEqualTo(ids.size());

        List<Long> revenue = live.jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT current_revenue_cents FROM account WHERE current_revenue_cents IS NOT NULL")
                .mapTo(Long.class)
                .list());
        assertThat(revenue).containsExactly(12_600L);
        assertThat(live.sync().modes()).containsEntry("Account", "CHANGES");
    }

    @Test
    void a_stopped_sync_changes_no_cursor_and_the_next_goes_on_from_its_pages() {
        live.rest("PATCH", "/Account/" + live.ids("Account").get(5), "{\"Name\":\"Later\"}");
        var before = live.inTheCopy();
        var stop = new StopAt("Reading opportunities");

        assertThatThrownBy(() -> live.sync(FULL, stop)).hasMessageContaining("stopped");
        assertThat(live.inTheCopy()).isEqualTo(before);

        var report = live.sync(FULL);
        assertThat(report.resumed()).isTrue();
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }

    @Test
    void a_sync_that_cannot_begin_leaves_the_pages_of_one_that_was_stopped() {
        assertThatThrownBy(() -> live.sync(FULL, new StopAt("Reading opportunities")))
                .hasMessageContaining("stopped");
        live.mapping = Mappings.with("account", "name", "NoSuchField__c");
        assertThatThrownBy(() -> live.sync(FULL)).hasMessageContaining("NoSuchField__c");
        live.usual();

        assertThat(live.sync(FULL).resumed()).isTrue();
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }

    @Test
    void results_that_expired_meanwhile_are_asked_for_anew() {
        live.arm("{\"kind\":\"503\",\"match\":\"GET */results*\",\"skip\":3,\"count\":40}");
        assertThatThrownBy(() -> live.sync(FULL)).isInstanceOf(FairpatchException.class);
        live.disarm();
        live.arm("{\"kind\":\"expired-results\",\"match\":\"GET */results*\",\"count\":1}");

        var report = live.sync(FULL);

        assertThat(report.resumed()).isTrue();
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }

    /** Stops when a stage begins. */
    private static final class StopAt extends Silent {
        private final String stage;
        private boolean stopped;

        StopAt(String stage) {
            this.stage = stage;
        }

        @Override
        public void stage(String sentence) {
            stopped |= sentence.equals(stage);
        }

        @Override
        public boolean stopRequested() {
            return stopped;
        }
    }
}
