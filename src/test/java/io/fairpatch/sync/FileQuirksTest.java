package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.sync.file.ImportKind;
import io.fairpatch.sync.file.ImportReport;
import io.fairpatch.sync.file.ImportRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as spreadsheets and people leave them: nothing is lost, shifted or doubled without a word. */
@Tag("A20")
class FileQuirksTest extends FilesIntoACopy {
    private static final String STAFF = "N:name,Staff:employees";

    @Test
    void the_result_is_never_written_over_the_file_itself() throws IOException {
        var csv = "N,Staff\nAcme,5\n";
        var request = request(ImportKind.ACCOUNTS, csv, STAFF, false);

        assertThatThrownBy(() -> imports.rehearse(
                        ReplayedOrg.ID,
                        request,
                        folder.resolve("../" + folder.getFileName() + "/file.csv"),
                        Progress.NONE))
                .hasMessageContaining("over the file itself");
        assertThat(request.file()).hasContent(csv);
    }

    @Test
    void ids_of_reports_have_15_characters_and_some_tools_lose_their_case() throws IOException {
        take(
                ImportKind.ACCOUNTS,
                "Id,Staff\n001000000000001,5\n001000000000002aaa,6\n001000000000009,7\n",
                "Id:id,Staff:employees");

        assertThat(fates())
                .containsExactly(
                        "2,001000000000001,taken,001000000000001AAA,",
                        "3,001000000000002aaa,taken,001000000000002AAA,",
                        "4,001000000000009,unmatched,,the org has no record with this id");
    }

    @Test
    void a_row_with_more_cells_than_columns_is_refused_as_its_values_are_shifted() throws IOException {
        take(ImportKind.ACCOUNTS, "N,City,Staff\nAcme,Cologne, Germany,5\nGlobex,Bonn,9,\n", STAFF + ",City:city");

        assertThat(fates())
                .containsExactly(
                        "2,Acme,refused,,it has 4 cells for 3 columns: a text with a comma must stand in quotes",
                        "3,Globex,taken,001000000000002AAA,");
    }

    @Test
    void rows_about_the_same_record_are_told() throws IOException {
        var report = take(ImportKind.ACCOUNTS, "N,Staff\nAcme,5\nGlobex,6\nacme,7\n", STAFF);

        assertThat(report.noted()).isEqualTo(1);
        assertThat(fates())
                .contains("4,acme,taken,001000000000001AAA,"
                        + "\"line 2 is about the same record: where both have a value, this one stands.\"");
        assertThat(account("Acme").employees()).isEqualTo(7);
    }

    @Test
    void deals_that_say_the_same_or_whose_owner_nobody_is_are_told() throws IOException {
        var deal = "Acme,Lost,2026-03-01,ann@acme.test\n";
        take(
                ImportKind.OPPORTUNITIES,
                "Account,Stage,Closed,Owner\n" + deal + deal + "Acme,Lost,2026-03-02,bob@acme.test\n",
                "Account:accountName,Stage:stage,Closed:closeDate,Owner:ownerEmail");

        assertThat(fates())
                .containsExactly(
                        "2,Acme,taken,001000000000001AAA,",
                        "3,Acme,taken,001000000000001AAA,"
                                + "\"line 2 has the same id or says the same: kept once, as here.\"",
                        "4,Acme,taken,001000000000001AAA,"
                                + "nobody in the org has the e-mail bob@acme.test: taken without an owner.");
        assertThat(load().opportunities()).hasSize(2);
    }

    /** The org's own deals tell what its stages mean, whatever their language. */
    @Test
    void a_stage_says_what_the_orgs_own_deals_in_it_are() throws IOException {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO opportunity (org_id, id, account_id, stage, close_date,"
                + " closed, won, system_modstamp) SELECT org_id, '00600000000000' || n || 'AAA', id, stage,"
                + " '2026-01-01', true, won, now() FROM account, (VALUES (1, 'Gewonnen', true), (2, 'Verloren', false))"
                + " AS deal(n, stage, won) WHERE name = 'Acme'"));
        var deals = "N,S,D\nAcme,gewonnen,2026-03-01\nAcme,Verloren,2026-03-02\nAcme,Wonderful,2026-03-03\n"
                + "Acme,Closed Won,2026-03-04\n";
        var map = "N:accountName,S:stage,D:closeDate";

        var report = take(ImportKind.OPPORTUNITIES, deals, map);

        assertThat(states()).containsExactly("gewonnen t t", "Verloren t f", "Wonderful f f", "Closed Won t t");
        assertThat(report.noted()).isEqualTo(1);
        assertThat(fates().get(2)).contains("no deal of the org is in the stage Wonderful: taken as open");
        jdbi.useHandle(handle -> handle.execute("DELETE FROM opportunity WHERE import_id IS NULL"));
        take(ImportKind.OPPORTUNITIES, deals, map);
        assertThat(states()).as("the same rows are the same deals").hasSize(4);
    }

    private List<String> states() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT stage || ' ' || left(closed::text, 1) || ' '"
                        + " || left(won::text, 1) FROM opportunity WHERE import_id IS NOT NULL ORDER BY close_date")
                .mapTo(String.class)
                .list());
    }

    @Test
    void a_row_whose_key_is_empty_or_broken_says_so() throws IOException {
        var request = request(ImportKind.ACCOUNTS, "", STAFF, false);
        Files.write(request.file(), "N,Staff\n,5\nS\u00F6hne,6\n".getBytes(StandardCharsets.ISO_8859_1));

        imports.take(ReplayedOrg.ID, request, folder.resolve("fates.csv"), Progress.NONE);

        assertThat(fates())
                .containsExactly("2,,unmatched,,its name is empty", "3,S\uFFFDhne,refused,,name is not UTF-8");
    }

    @Test
    void an_older_file_of_the_same_source_says_that_later_values_stand() throws IOException {
        assertThat(take(ImportKind.ACCOUNTS, "N,Staff\nAcme,5\n", STAFF).later())
                .isNull();
        var old = request(ImportKind.ACCOUNTS, "N,Staff\nAcme,9\n", STAFF, false);
        var older = new ImportRequest(
                old.kind(), old.file(), old.columns(), old.source(), LocalDate.of(2020, 1, 1), false, "ann");

        ImportReport report = imports.take(ReplayedOrg.ID, older, folder.resolve("fates.csv"), Progress.NONE);

        assertThat(report.later()).isEqualTo("2026-10-31");
        assertThat(account("Acme").employees()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    N;Staff\\nAcme;5\\n               | UTF-8  | separated by semicolons
                    N\\tStaff\\nAcme\\t5\\n       | UTF-8  | separated by tabs
                    N,Staff\\nAcme,5\\n               | UTF-16 | it seems, UTF-16
                    PK\u0003\u0004N,Staff\\nAcme,5\\n   | UTF-8  | is a workbook
                    sep=,\\nN,Staff\\nAcme,5\\n       | UTF-8  | begins with a line (sep=)
                    N,Staff,Staff\\nAcme,5,6\\n       | UTF-8  | several columns Staff
                    N,Staff\\nAcme,"5\\nGlobex,6\\n   | UTF-8  | A quote is opened and never closed
                    """)
    void files_that_would_be_misread_are_refused(String csv, String charset, String said) throws IOException {
        var text = csv.replace("\\n", "\n").replace("\\t", "\t");
        var request = request(ImportKind.ACCOUNTS, "", STAFF, false);
        Files.write(request.file(), text.getBytes(Charset.forName(charset)));

        assertThatThrownBy(() -> imports.rehearse(ReplayedOrg.ID, request, folder.resolve("fates.csv"), Progress.NONE))
                .isInstanceOf(FairpatchException.class)
                .hasMessageContaining(said);
    }

    @Test
    void quotes_that_are_closed_may_span_lines() throws IOException {
        take(ImportKind.ACCOUNTS, "N,City,Staff\nAcme,\"Bonn\nam Rhein\",5\n", STAFF + ",City:city");

        assertThat(fates()).containsExactly("2,Acme,taken,001000000000001AAA,");
    }

    @Test
    void a_folder_or_a_result_without_a_place_is_told_as_such() {
        var folderItself = new ImportRequest(
                ImportKind.ACCOUNTS, folder, Map.of("N", "name"), "G2", LocalDate.of(2026, 10, 31), false, "ann");

        assertThatThrownBy(() ->
                        imports.rehearse(ReplayedOrg.ID, folderItself, folder.resolve("fates.csv"), Progress.NONE))
                .isInstanceOf(FairpatchException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> imports.rehearse(
                        ReplayedOrg.ID,
                        request(ImportKind.ACCOUNTS, "N\n", "N:name", false),
                        folder.resolve("nowhere/fates.csv"),
                        Progress.NONE))
                .isInstanceOf(FairpatchException.class)
                .hasMessageContaining("its result not be written");
    }

    private List<String> fates() throws IOException {
        return Files.readAllLines(folder.resolve("fates.csv"), StandardCharsets.UTF_8).stream()
                .skip(1)
                .toList();
    }
}
