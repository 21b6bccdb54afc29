package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.Progress;
import io.fairpatch.store.Database;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.store.TestDatabase;
import io.fairpatch.sync.readiness.Readiness;
import io.fairpatch.sync.readiness.ReadinessReport.Owners;
import io.fairpatch.sync.readiness.ReadinessReport.Share;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);
    private static final String USERS = "Id,Name,IsActive,SystemModstamp,ManagerId\n"
            + "005000000000001AAA,Ann,true,2026-01-01T00:00:00Z,\n"
            + "005000000000002AAA,Left,false,2026-01-01T00:00:00Z,\n";
    private static final String ACCOUNTS =
            """
            Id,Name,OwnerId,SystemModstamp,Website,BillingPostalCode,BillingState,Industry,AnnualRevenue
            001000000000001AAA,Acme Inc.,005000000000001AAA,2026-01-01T00:00:00Z,www.acme.test,94105,CA,Steel,100
            001000000000002AAA,ACME Incorporated,,2026-01-01T00:00:00Z,https://acme.test/about,94105,CA,,
            001000000000003AAA,Globex Systems,005000000000002AAA,2026-01-01T00:00:00Z,,10001,NY,Steel,
            001000000000004AAA,Globexx System,005000000000009AAA,2026-01-01T00:00:00Z,,10001,NY,,
            001000000000005AAA,Globex Systems,005000000000001AAA,2026-01-01T00:00:00Z,,60601,IL,Steel,
            001000000000006AAA,Somewhere,005000000000001AAA,2026-01-01T00:00:00Z,,,,Wood,
            """;

    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    private final SnapshotStore store = new SnapshotStore(jdbi, CLOCK);

    @Test
    @Tag("A21")
    @Tag("A22")
    void accounts_that_are_there_twice_are_grouped_with_the_one_to_keep() {
        sync(ACCOUNTS, USERS);

        var report = readiness("{}").report(ReplayedOrg.ID);

        assertThat(report.duplicates())
                .extracting(group ->
                        group.survivor().name() + " <- " + group.others().get(0).name() + ": " + group.why())
                .containsExactly(
                        "Acme Inc. <- ACME Incorporated: the same domain, the same name and place",
                        "Globex Systems <- Globexx System: nearly the same name at the same place");
    }

    @Test
    @Tag("A23")
    @Tag("A24")
    @Tag("A26")
    void gaps_fill_rates_and_concentration_are_counted() {
        sync(ACCOUNTS, USERS);

        var report = readiness("{}").report(ReplayedOrg.ID);

        assertThat(report.owners()).isEqualTo(new Owners(6, 1, 1, 1));
        assertThat(report.industries())
                .contains(new Share("Steel", 3, 0), new Share("Wood", 1, 0), new Share("not filled", 2, 0));
        assertThat(report.regions()).extracting(Share::name).contains("US CA", "US NY", "US IL", "not filled");
        assertThat(report.unplacedSample()).containsExactly("Somewhere");
        assertThat(report.fields())
                .filteredOn(field ->
                        field.object().equals("account") && field.field().equals("industry"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.share()).isBetween(0.66, 0.67);
                    assertThat(field.distinct()).isEqualTo(2);
                    assertThat(field.source()).containsExactly("Industry");
                    assertThat(field.samples()).containsExactly("Steel", "Wood");
                });
        assertThat(report.warnings()).contains("industry is filled for 67 % of accounts, wanted are 70 %");
    }

    /** Looking for duplicates in a large org takes seconds, which only the first reader of a copy waits. */
    @Test
    void a_report_is_made_once_a_copy() {
        sync(ACCOUNTS, USERS);
        var readiness = readiness("{}");
        var first = readiness.report(ReplayedOrg.ID);
        assertThat(readiness.report(ReplayedOrg.ID)).isSameAs(first);

        sync(ACCOUNTS + "001000000000007AAA,Newcomer,005000000000001AAA,2026-01-02T00:00:00Z,,,,Wood,\n", USERS);
        assertThat(readiness.report(ReplayedOrg.ID).owners().accounts()).isEqualTo(7);
    }

    @Test
    @Tag("A25")
    @Tag("I15")
    void without_owners_or_worth_no_plan_is_made_and_the_list_says_what_is_missing() {
        sync("Id,Name,OwnerId,SystemModstamp\n001000000000001AAA,Acme,,2026-01-01T00:00:00Z\n", USERS);

        assertThatThrownBy(() -> readiness("{}").require(ReplayedOrg.ID))
                .hasMessageContaining("2 things are missing")
                .hasMessageContaining("ownership: no active user")
                .hasMessageContaining("opportunity history or revenue");
    }

    @Test
    @Tag("A24")
    void a_field_that_must_be_filled_stops_the_plan_and_standard_columns_alone_do_not() {
        sync(ACCOUNTS, USERS);

        readiness("{}").require(ReplayedOrg.ID);
        assertThatThrownBy(() -> readiness("{industry: 80}").require(ReplayedOrg.ID))
                .hasMessageContaining("industry is filled for 67 % of accounts, wanted are 80 %");
        assertThatThrownBy(() -> readiness("{companyRevenue: 100}").require(ReplayedOrg.ID))
                .as("a name of several words, as mapping.yml writes it")
                .hasMessageContaining("companyRevenue is filled for");
    }

    private Readiness readiness(String stopBelow) {
        return new Readiness(jdbi, store, Mappings.with("readiness", "stopBelow", stopBelow));
    }

    private void sync(String accounts, String users) {
        var org = ReplayedOrg.standard().with("Account", accounts).with("User", users);
        new SyncService(store, ConfigLoader.shipped(ConfigPart.CONNECTOR).sync())
                .run(org, ConfigLoader.shipped(ConfigPart.MAPPING), SyncRequest.USUAL, Progress.NONE, CLOCK);
    }
}
