package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.Progress;
import io.fairpatch.sync.file.ImportKind;
import io.fairpatch.sync.readiness.FieldFill;
import io.fairpatch.sync.readiness.Readiness;
import io.fairpatch.sync.readiness.ReadinessReport;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FileImportTest extends FilesIntoACopy {
    @Test
    @Tag("A12")
    @Tag("A20")
    void every_row_has_a_fate_and_only_those_that_fit_are_taken() throws IOException {
        var report = take(
                ImportKind.SIGNALS,
                """
                Company,Web,Intent,Tech
                ,https://www.acme.test/about,80,SAP
                ,nobody.test,10,
                ,twin.test,20,
                ,globex.test,many,
                """,
                "Web:domain,Intent:intent,Tech:warehouse");

        assertThat(report)
                .extracting("rows", "taken", "unmatched", "ambiguous", "refused")
                .containsExactly(4L, 1L, 1L, 1L, 1L);
        assertThat(Files.readAllLines(folder.resolve("fates.csv")))
                .containsExactly(
                        "Line,Key,Fate,Record Id,Reason",
                        "2,https://www.acme.test/about,taken,001000000000001AAA,",
                        "3,nobody.test,unmatched,,the org has no record with this domain",
                        "4,twin.test,ambiguous,,several records have this domain",
                        "5,globex.test,refused,001000000000002AAA,Intent (many) must be a number from 0 to 100");
        assertThat(account("Acme").intent()).isEqualTo(80);
    }

    @Test
    void a_fact_fills_what_is_empty_or_stands_first_and_survives_the_next_sync() throws IOException {
        take(
                ImportKind.ACCOUNTS,
                "Id,Staff,Field\n001000000000002AAA,99,Steel\n",
                "Id:id,Staff:employees,Field:industry");
        assertThat(account("Globex").employees()).isEqualTo(7);
        assertThat(account("Globex").industry()).isEqualTo("Steel");

        imports.take(
                ReplayedOrg.ID,
                request(ImportKind.ACCOUNTS, "Id,Staff\n001000000000002AAA,99\n", "Id:id,Staff:employees", true),
                folder.resolve("fates.csv"),
                Progress.NONE);
        sync();

        assertThat(account("Globex").employees()).isEqualTo(99);
    }

    @Test
    void one_account_and_groups_of_accounts_know_what_a_file_brought() throws IOException {
        take(
                ImportKind.SIGNALS,
                "Id,Field,Tech\n001000000000002AAA,Steel,SAP\n",
                "Id:id,Field:industry,Tech:techStack");

        var globex = account("Globex");
        assertThat(globex.industry()).isEqualTo("Steel");
        assertThat(store.account(ReplayedOrg.ID, globex.id())).contains(globex);
        List<String> groups = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(industry, '-') || ' ' || coalesce(tech_stack, '-') FROM account_known ORDER BY id")
                .mapTo(String.class)
                .list());
        assertThat(groups).containsExactly("- -", "Steel SAP", "- -", "- -");
    }

    @Test
    @Tag("A12")
    void an_address_of_a_file_places_the_account_where_the_org_has_none() throws IOException {
        take(
                ImportKind.ACCOUNTS,
                """
                Id,Zip,Land
                001000000000001AAA,94105,
                001000000000003AAA,94105,Germany
                001000000000004AAA,99999,
                """,
                "Id:id,Zip:postalCode,Land:country");

        assertThat(places()).containsExactly("37.8 -122.4 America/Los_Angeles", "-", "-", "-");
        assertThat(account("Acme").place()).isNotNull();
        assertThat(store.account(ReplayedOrg.ID, account("Acme").id())
                        .orElseThrow()
                        .place())
                .isEqualTo(account("Acme").place());
        assertThat(readiness().unplacedSample()).containsExactly("Globex", "Twin one", "Twin two");
        assertThat(readiness().fields())
                .filteredOn(field -> field.object().equals("account") && field.imported() > 0)
                .extracting(FieldFill::field, FieldFill::filled, FieldFill::imported, FieldFill::share)
                .containsExactly(
                        tuple("country", 0L, 1L, 0.25),
                        tuple("latitude", 0L, 1L, 0.25),
                        tuple("longitude", 0L, 1L, 0.25),
                        tuple("postal_code", 0L, 3L, 0.75),
                        tuple("time_zone", 0L, 1L, 0.25));
    }

    @Test
    void a_place_follows_the_newest_address_and_gives_way_to_the_orgs_unless_preferred() throws IOException {
        take(ImportKind.ACCOUNTS, "Id,Zip\n001000000000001AAA,94105\n", "Id:id,Zip:postalCode");
        take(ImportKind.ACCOUNTS, "Id,Zip\n001000000000001AAA,99999\n", "Id:id,Zip:postalCode");
        assertThat(places().get(0)).as("a code that nobody knows").isEqualTo("-");

        var degrees = "Id,N,E\n001000000000001AAA,48.1,11.6\n001000000000002AAA,48.1,\n001000000000003AAA,91,0\n";
        assertThat(take(ImportKind.ACCOUNTS, degrees, "Id:id,N:latitude,E:longitude")
                        .refused())
                .isEqualTo(2);
        assertThat(places()).containsExactly("48.1 11.6 -", "-", "-", "-");

        jdbi.useHandle(handle -> handle.execute("UPDATE account SET latitude = 1, longitude = 2, time_zone = 'UTC'"));
        assertThat(places().get(0)).isEqualTo("1.0 2.0 UTC");
        assertThat(account("Acme").place()).isEqualTo(new GeoPoint(1, 2));
        imports.take(
                ReplayedOrg.ID,
                request(ImportKind.ACCOUNTS, "Id,Zip\n001000000000001AAA,10001\n", "Id:id,Zip:postalCode", true),
                folder.resolve("fates.csv"),
                Progress.NONE);
        assertThat(places()).startsWith("40.8 -74.0 America/New_York", "1.0 2.0 UTC");
    }

    private List<String> places() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT coalesce(round(CAST(latitude AS numeric), 1) || ' ' || round(CAST(longitude AS numeric), 1)
                                        || ' ' || coalesce(time_zone, '-'), '-')
                        FROM account_place ORDER BY id
                        """)
                .mapTo(String.class)
                .list());
    }

    private ReadinessReport readiness() {
        return new Readiness(jdbi, store, ConfigLoader.shipped(ConfigPart.MAPPING)).report(ReplayedOrg.ID);
    }

    @Test
    void deals_and_people_of_a_file_are_records_that_a_full_sync_leaves_alone() throws IOException {
        var deals =
                "Account,Stage,Amount,Closed on\nAcme,Closed Won,1000.5,2026-03-01\nAcme,Closed Lost,5,2026-13-01\n";
        var map = "Account:accountName,Stage:stage,Amount:amount,Closed on:closeDate";
        assertThat(take(ImportKind.OPPORTUNITIES, deals, map).taken()).isEqualTo(1);
        take(ImportKind.OPPORTUNITIES, deals, map);
        take(ImportKind.CONTACTS, "Account,Who\nacme,Ann\n", "Account:accountName,Who:name");

        sync();

        assertThat(load().opportunities()).hasSize(1).first().satisfies(deal -> {
            assertThat(deal.won()).isTrue();
            assertThat(deal.amountCents()).isEqualTo(100_050);
        });
        assertThat(account("Acme").contacts()).isEqualTo(1);
    }

    @Test
    @Tag("A8")
    void reps_and_quotas_come_by_e_mail() throws IOException {
        take(
                ImportKind.REPS,
                "Mail,Role,Since,Speaks\nann@acme.test,AE,2020-01-31,en;de\n",
                "Mail:email,Role:role,Since:tenureStart,Speaks:languages");
        take(ImportKind.QUOTAS, "Mail,Quota\nANN@acme.test,500000\n", "Mail:email,Quota:quota");

        OrgUser ann = load().users().get(0);
        assertThat(ann.role()).isEqualTo("AE");
        assertThat(ann.tenureStart()).isEqualTo(LocalDate.of(2020, 1, 31));
        assertThat(ann.languages()).containsExactlyInAnyOrder("en", "de");
        assertThat(ann.quotaCents()).isEqualTo(50_000_000);

        take(ImportKind.REPS, "Mail,Zip\nann@acme.test,10001\n", "Mail:email,Zip:homePostalCode");
        assertThat(load().users().get(0).home()).isNotNull();
    }

    @Test
    @Tag("A16")
    void every_fact_carries_its_source_and_its_day_and_a_rehearsal_leaves_nothing() throws IOException {
        var request = request(ImportKind.SIGNALS, "N,Rival\nAcme,Initech\n", "N:name,Rival:competitor", false);
        imports.rehearse(ReplayedOrg.ID, request, folder.resolve("fates.csv"), Progress.NONE);
        assertThat(facts()).isEmpty();

        imports.take(ReplayedOrg.ID, request, folder.resolve("fates.csv"), Progress.NONE);
        assertThat(facts()).isEqualTo("competitor=Initech, from G2 of 2026-10-31, file.csv");
    }

    @Test
    void a_file_that_was_saved_again_after_its_rows_were_looked_at_is_not_taken_in() throws IOException {
        var request = request(ImportKind.SIGNALS, "N,Rival\nAcme,Initech\n", "N:name,Rival:competitor", false);
        var fates = folder.resolve("fates.csv");
        var looked = imports.rehearse(ReplayedOrg.ID, request, fates, Progress.NONE);
        Files.writeString(request.file(), "N,Rival\nAcme,Initrode\n");

        assertThatThrownBy(() -> imports.take(ReplayedOrg.ID, request, fates, Progress.NONE, looked))
                .hasMessageContaining("changed after its rows were looked at; nothing was taken in");
        assertThat(facts()).isEmpty();

        Files.writeString(request.file(), "N,Rival\nAcme,Initech\n");
        assertThat(imports.take(ReplayedOrg.ID, request, fates, Progress.NONE, looked))
                .extracting("taken", "sha256")
                .containsExactly(1L, looked.sha256());
    }

    @Test
    void a_wrong_mapping_is_told_before_anything_is_read() {
        assertThatThrownBy(() -> take(ImportKind.ACCOUNTS, "Id,X\n", "Id:id,Y:employees"))
                .hasMessageContaining("no column Y");
        assertThatThrownBy(() -> take(ImportKind.ACCOUNTS, "Id,X\n", "Id:id,X:emploees"))
                .hasMessageContaining("no field emploees");
        assertThatThrownBy(() -> take(ImportKind.ACCOUNTS, "Id,X\n", "X:employees"))
                .hasMessageContaining("which Account a row is about");
    }

    private String facts() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT coalesce(string_agg(field || '=' || value || ', from ' || fact.source || ' of ' || fact.as_of
                          || ', ' || file, '; '), '')
                        FROM imported_fact AS fact JOIN import_run ON import_run.id = import_id
                        """)
                .mapTo(String.class)
                .one());
    }
}
