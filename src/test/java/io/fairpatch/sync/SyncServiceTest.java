package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Progress;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.Database;
import io.fairpatch.store.FillRates;
import io.fairpatch.store.RefusedRow;
import io.fairpatch.store.Snapshot;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SyncServiceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);
    private static final MappingConfig MAPPING = ConfigLoader.shipped(ConfigPart.MAPPING);
    private static final ConnectorConfig.Sync SETTINGS =
            ConfigLoader.shipped(ConfigPart.CONNECTOR).sync();
    private static final String ACCOUNTS = "Id,Name,OwnerId,SystemModstamp\n";

    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    private final SnapshotStore store = new SnapshotStore(jdbi, CLOCK);

    @Test
    @Tag("A1")
    @Tag("A4")
    @Tag("A9")
    void every_value_arrives_as_it_was() {
        sync(
                ReplayedOrg.standard()
                        .type("Headcount_Growth__c", "percent")
                        .with(
                                "Account",
                                """
                        Id,Name,OwnerId,SystemModstamp,NumberOfEmployees,AnnualRevenue,Headcount_Growth__c,Compliance__c,Named_Account__c,BillingLatitude,BillingLongitude
                        001000000000001,"Zoë ""𝄞"" \\ Co,
                        second\tline",005000000000001,2026-01-01T00:00:00.000Z,120,1234567.895,25,b;a; b,true,52.5,13.4
                        """)
                        .with(
                                "Contact",
                                "Id,AccountId,SystemModstamp\n003000000000001,001000000000001,2026-01-01T00:00:00Z\n003000000000002,001000000000001,2026-01-01T00:00:00Z\n")
                        .with(
                                "Task",
                                "Id,AccountId,WhatId,ActivityDate,SystemModstamp\n00T000000000001,,006000000000001,2026-05-02,2026-01-01T00:00:00Z\n")
                        .with(
                                "Event",
                                "Id,AccountId,WhatId,ActivityDate,SystemModstamp\n00U000000000001,001000000000001,,2026-05-01,2026-01-01T00:00:00Z\n")
                        .with(
                                "Opportunity",
                                """
                        Id,AccountId,OwnerId,StageName,Amount,CloseDate,IsClosed,IsWon,SystemModstamp,CreatedDate
                        006000000000001,001000000000001,005000000000001,Won,1.5E4,2026-02-28,true,true,2026-03-01T00:00:00.000+0000,2025-12-31T23:59:59.000Z
                        """));

        var account = load().accounts().get(0);
        assertThat(account.id()).isEqualTo(SalesforceId.of("001000000000001"));
        assertThat(account.name()).isEqualTo("Zoë \"𝄞\" \\ Co,\nsecond\tline");
        assertThat(account.employees()).isEqualTo(120);
        assertThat(account.companyRevenueCents()).isEqualTo(123_456_790);
        assertThat(account.headcountGrowth()).isEqualTo(0.25);
        assertThat(account.compliance()).containsExactly("a", "b");
        assertThat(account.namedAccount()).isTrue();
        assertThat(account.place()).isEqualTo(new GeoPoint(52.5, 13.4));
        assertThat(account.contacts()).isEqualTo(2);
        assertThat(account.lastActivity()).isEqualTo(LocalDate.of(2026, 5, 2));
        var deal = load().opportunities().get(0);
        assertThat(deal.amountCents()).isEqualTo(1_500_000);
        assertThat(deal.closeDate()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(deal.createdDate()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(deal.won()).isTrue();
    }

    @Test
    @Tag("A19")
    void an_account_without_degrees_is_placed_by_postal_code_and_a_us_state_means_the_us() {
        sync(
                ReplayedOrg.standard()
                        .with(
                                "Account",
                                """
                        Id,Name,OwnerId,SystemModstamp,BillingPostalCode,BillingState,BillingCity,BillingCountry
                        001000000000001,By code,,2026-01-01T00:00:00Z,94105,CA,,
                        001000000000002,By city,,2026-01-01T00:00:00Z,,,Berlin,Germany
                        001000000000003,Nowhere,,2026-01-01T00:00:00Z,,,Atlantis,
                        """));

        assertThat(load().accounts()).extracting(Account::country).containsExactly("US", "Germany", null);
        List<String> zones = jdbi.withHandle(
                handle -> handle.createQuery("SELECT coalesce(time_zone, 'unknown') FROM account ORDER BY id")
                        .mapTo(String.class)
                        .list());
        assertThat(zones).containsExactly("America/Los_Angeles", "Europe/Berlin", "unknown");
        assertThat(load().accounts())
                .extracting(account -> account.place() == null
                        ? 0L
                        : Math.round(account.place().latitude()))
                .containsExactly(38L, 53L, 0L);
    }

    @Test
    void what_does_not_fit_is_left_empty_or_left_out_and_always_noted() {
        var report = sync(
                ReplayedOrg.standard()
                        .with(
                                "Account",
                                """
                        Id,Name,OwnerId,SystemModstamp,NumberOfEmployees,AnnualRevenue
                        001000000000001,N\0UL,not-an-id,2026-01-01T00:00:00Z,many,1E+999999999
                        nonsense,Left out,,2026-01-01T00:00:00Z,1,1
                        001000000000003,,,2026-01-01T00:00:00Z,3,3
                        """)
                        .with(
                                "Opportunity",
                                """
                        Id,AccountId,StageName,Amount,CloseDate,IsClosed,IsWon,SystemModstamp
                        006000000000001,001000000000001,Won,1,2026-02-30,true,true,2026-03-01T00:00:00.000Z
                        """));

        assertThat(load().accounts()).extracting(Account::name).containsExactly("NUL", "001000000000003AAA");
        assertThat(load().accounts().get(0).employees()).isNull();
        assertThat(load().opportunities()).isEmpty();
        assertThat(report.rows("Account")).isEqualTo(3);
        assertThat(report.refused()).isEqualTo(2);
        assertThat(report.notes()).isEqualTo(7);
        assertThat(store.refused(ReplayedOrg.ID, report.run(), 100))
                .extracting(RefusedRow::field)
                .containsExactly("Name", "OwnerId", "NumberOfEmployees", "AnnualRevenue", "Id", "Name", "CloseDate");
        assertThat(store.refused(ReplayedOrg.ID, report.run(), 100))
                .filteredOn(row -> !row.kept())
                .extracting(RefusedRow::recordId)
                .containsExactly("nonsense", "006000000000001");
    }

    @Test
    void a_second_sync_updates_marks_what_is_gone_and_brings_back_what_returns() {
        sync(ReplayedOrg.standard()
                .with(
                        "Account",
                        ACCOUNTS
                                + "001000000000001,One,,2026-01-01T00:00:00Z\n"
                                + "001000000000002,Two,,2026-01-01T00:00:00Z\n"
                                + "001000000000003,Newer here,,2026-01-09T00:00:00Z\n"));
        var second = sync(ReplayedOrg.standard()
                .with(
                        "Account",
                        ACCOUNTS
                                + "001000000000001,One renamed,,2026-01-02T00:00:00Z\n"
                                + "001000000000003,Late and old,,2026-01-08T00:00:00Z\n"));

        assertThat(load().accounts()).extracting(Account::name).containsExactly("One renamed", "Newer here");
        assertThat(second.deleted()).containsEntry("Account", 1L);

        sync(ReplayedOrg.standard().with("Account", ACCOUNTS + "001000000000002,Two,,2026-01-01T00:00:00Z\n"));
        assertThat(load().accounts()).extracting(Account::name).containsExactly("Two");
    }

    @Test
    void the_same_org_read_twice_changes_no_row() {
        sync(ReplayedOrg.standard());
        var before = versions();

        sync(ReplayedOrg.standard());

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void a_page_that_broke_off_and_came_again_counts_once() {
        var report = sync(ReplayedOrg.standard()
                .with(
                        "Account",
                        ACCOUNTS
                                + "001000000000001,One,,2026-01-01T00:00:00Z\n"
                                + "001000000000002,Two,,2026-01-01T00:00:00Z\n"
                                + "001000000000003,Three,,2026-01-01T00:00:00Z\n")
                .breakingFirstPage());

        assertThat(report.rows("Account")).isEqualTo(3);
        assertThat(load().accounts()).hasSize(3);
    }

    @Test
    void a_wrong_total_is_one_error_and_leaves_the_copy_as_it_was() {
        sync(ReplayedOrg.standard());
        var before = load();

        refused(
                ErrorCode.ORG_RECORD_COUNT,
                ReplayedOrg.standard()
                        .with("Account", ACCOUNTS + "001000000000009,Nine,,2026-02-01T00:00:00Z\n")
                        .declaring(1));

        assertThat(load()).isEqualTo(before);
    }

    @Test
    void a_sync_that_would_touch_the_reserve_of_api_calls_does_not_begin() {
        sync(ReplayedOrg.standard().callsLeft(1_100));

        refused(ErrorCode.SYNC_BUDGET, ReplayedOrg.standard().callsLeft(1_050));

        assertThat(ErrorCode.SYNC_BUDGET.category().exitCode()).isEqualTo(7);
    }

    @Test
    void an_org_that_shows_no_account_is_not_taken_for_an_empty_one() {
        sync(ReplayedOrg.standard());

        var empty = ReplayedOrg.standard().with("Account", ACCOUNTS);
        assertThatThrownBy(() -> sync(empty, new SyncRequest(true, false)))
                .as("as any loss that nobody accepted")
                .isInstanceOfSatisfying(FairpatchException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.SYNC_DELETES));
        refused(ErrorCode.SYNC_NOTHING, empty);

        assertThat(load().accounts()).hasSize(1);
    }

    @Test
    void a_needed_field_that_cannot_be_read_is_named_with_advice() {
        assertThatThrownBy(() -> sync(ReplayedOrg.standard().with("Account", "Id,Name,SystemModstamp\n")))
                .isInstanceOf(FairpatchException.class)
                .hasMessageContaining("Account.OwnerId")
                .hasMessageContaining("field-level security");
    }

    @Test
    void two_syncs_of_an_org_at_once_are_refused() {
        try (var running = store.begin(ReplayedOrg.ID, CLOCK.instant())) {
            assertThat(running.run()).isPositive();
            refused(ErrorCode.SYNC_RUNNING, ReplayedOrg.standard());
        }
        sync(ReplayedOrg.standard());
    }

    @Test
    void reps_are_owners_and_joiners_with_a_role_but_neither_managers_nor_machines() {
        sync(ReplayedOrg.standard()
                .with(
                        "User",
                        """
                        Id,Name,IsActive,SystemModstamp,ManagerId,UserType,Sales_Role__c
                        005000000000001,Boss,true,2026-01-01T00:00:00Z,,Standard,AE
                        005000000000002,Owner,true,2026-01-01T00:00:00Z,005000000000001,Standard,
                        005000000000003,Joiner,true,2026-01-01T00:00:00Z,005000000000001,Standard,AE
                        005000000000004,Left,false,2026-01-01T00:00:00Z,005000000000001,Standard,AE
                        005000000000005,Machine,true,2026-01-01T00:00:00Z,005000000000001,CsnOnly,
                        005000000000006,Office,true,2026-01-01T00:00:00Z,005000000000001,Standard,
                        """)
                .with(
                        "Account",
                        ACCOUNTS
                                + "001000000000001,One,005000000000002,2026-01-01T00:00:00Z\n"
                                + "001000000000002,Two,005000000000004,2026-01-01T00:00:00Z\n"
                                + "001000000000003,Three,005000000000005,2026-01-01T00:00:00Z\n"));

        assertThat(load().reps()).extracting(Rep::name).containsExactly("Owner", "Joiner");
    }

    @Test
    void without_any_owner_reps_are_the_active_users_with_a_manager_and_no_reports() {
        sync(
                ReplayedOrg.standard()
                        .with(
                                "User",
                                """
                        Id,Name,IsActive,SystemModstamp,ManagerId
                        005000000000001,Boss,true,2026-01-01T00:00:00Z,
                        005000000000002,Seller,true,2026-01-01T00:00:00Z,005000000000001
                        """));

        assertThat(load().reps()).extracting(Rep::name).containsExactly("Seller");
    }

    @Test
    @Tag("A1")
    @Tag("A24")
    void fill_rates_tell_how_many_records_hold_a_value() {
        sync(
                ReplayedOrg.standard()
                        .with(
                                "Account",
                                """
                        Id,Name,OwnerId,SystemModstamp,Industry,Compliance__c
                        001000000000001,One,,2026-01-01T00:00:00Z,Banking,
                        001000000000002,Two,,2026-01-01T00:00:00Z,,PCI
                        001000000000003,Three,,2026-01-01T00:00:00Z,,
                        """));

        var rates = new FillRates(jdbi).of(ReplayedOrg.ID);
        assertThat(rates)
                .filteredOn(rate -> rate.object().equals("account") && rate.filled() == 1)
                .extracting("field", "total")
                .containsExactly(tuple("compliance", 3L), tuple("industry", 3L));
    }

    private SyncReport sync(ReplayedOrg org) {
        return sync(org, new SyncRequest(true, true));
    }

    private SyncReport sync(ReplayedOrg org, SyncRequest request) {
        return new SyncService(store, SETTINGS).run(org, MAPPING, request, Progress.NONE, CLOCK);
    }

    private void refused(ErrorCode code, ReplayedOrg org) {
        assertThatThrownBy(() -> sync(org))
                .isInstanceOfSatisfying(FairpatchException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(code));
    }

    private Snapshot load() {
        return store.load(ReplayedOrg.ID);
    }

    private String versions() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT string_agg(xmin || id, ' ' ORDER BY id) FROM account")
                        .mapTo(String.class)
                        .one());
    }
}
