package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.BookView;
import io.fairpatch.review.Decision;
import io.fairpatch.review.Edits;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.Selection;
import io.fairpatch.review.sheet.SheetFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Moves go into a spreadsheet and come back, each line with its fate. */
class SheetTest {
    @Test
    void decisions_and_targets_come_back_and_a_bad_line_says_why() throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            var olga = new Visitor(server, "olga");
            String path = "/proposals/" + server.proposal();
            olga.post(path + "/submit", Map.of());
            var lines = olga.get(path + "/sheet/moves.csv").body().lines().toList();
            assertThat(olga.get(path + "/sheet/moves.xlsx")
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow())
                    .contains("spreadsheetml");

            String rows = String.join(
                    "\n",
                    lines.get(0),
                    lines.get(1).replace(",UNDECIDED,,", ",APPROVED,,"),
                    lines.get(2).replace(",UNDECIDED,,", ",DECLINED,,"),
                    lines.get(3).replace(",UNDECIDED,,", ",DECLINED,Deal about to close,"),
                    "001999999999999AAA,Gone,,,,APPROVED,,0,0,",
                    lines.get(4));
            String answer = olga.post(path + "/sheet", Map.of("rows", rows)).body();

            assertThat(answer)
                    .contains("3 of 5 lines were taken.", "must give a reason", "does not touch account", "As it was.");
            var declined = LineFilter.MOVES.decided(Decision.DECLINED);
            assertThat(server.part(ProposalQueries.class)
                            .lines(PaperOrg.ID, server.proposal(), declined, LineSort.WORTH_FIRST, PageRequest.FIRST)
                            .lines())
                    .extracting("declineReason")
                    .containsExactly("Deal about to close");
        }
    }

    @Test
    @Tag("H5")
    void an_xlsx_file_comes_back_with_targets_decisions_and_every_lines_fate()
            throws IOException, InterruptedException {
        try (var server = new PaperServer()) {
            var olga = new Visitor(server, "olga");
            String path = "/proposals/" + server.proposal();
            olga.post(path + "/submit", Map.of());
            byte[] out = olga.bytes(path + "/sheet/moves.xlsx");
            String other = server.part(ProposalQueries.class).books(PaperOrg.ID, server.proposal()).stream()
                    .map(BookView::repName)
                    .filter(name -> !name.equals(cell(out, 1, 4)))
                    .findFirst()
                    .orElseThrow();
            otto(server, cell(out, 4, 0));

            byte[] back = worked(
                    out,
                    Map.of(
                            "1/4", other, // another rep, by name
                            "2/5", "APPROVED",
                            "3/5", "perhaps",
                            "4/5", "DECLINED", // meanwhile someone else approved it
                            "5/4", "Nobody At All",
                            "6/5", "=1+1"));
            String answer = olga.upload(path + "/sheet/file", back).body();

            int lines = lines(out);
            assertThat(answer)
                    .contains(
                            (lines - 4) + " of " + lines + " lines were taken.",
                            "is tried out, not saved yet",
                            "must be one of",
                            "was changed since the export",
                            "No rep of the proposal is called Nobody At All",
                            "is a formula");
            assertThat(server.part(Edits.class)
                            .current(PaperOrg.ID, server.proposal(), person(server, "olga"))
                            .edits())
                    .singleElement()
                    .satisfies(tried -> assertThat(tried.toName()).isEqualTo(other));
            assertThat(decided(server, Decision.APPROVED)).hasSize(2);
            assertThat(decided(server, Decision.DECLINED)).isEmpty();
        }
    }

    @Test
    void a_file_that_is_none_or_inflates_without_end_is_refused() throws IOException {
        for (byte[] file : List.of(
                "no heads at all".getBytes(StandardCharsets.UTF_8), new byte[] {'P', 'K', 3, 4, 0, 0}, bomb())) {
            assertThatThrownBy(() -> SheetFiles.read(file)).hasMessageContaining("The spreadsheet can't be read");
        }
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 65; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static void otto(PaperServer server, String account) {
        var proposal = server.part(ProposalQueries.class).get(PaperOrg.ID, server.proposal());
        server.part(ProposalService.class)
                .decide(
                        PaperOrg.ID,
                        proposal.id(),
                        proposal.revision(),
                        Selection.of(SalesforceId.of(account)),
                        Decision.APPROVED,
                        null,
                        person(server, "otto"));
    }

    private static Person person(PaperServer server, String name) {
        return server.part(PersonStore.class).find(PaperOrg.ID, name).orElseThrow();
    }

    private static List<ProposalLine> decided(PaperServer server, Decision decision) {
        var filter = LineFilter.MOVES.decided(decision);
        return server.part(ProposalQueries.class)
                .lines(PaperOrg.ID, server.proposal(), filter, LineSort.WORTH_FIRST, PageRequest.FIRST)
                .lines();
    }

    private static String cell(byte[] file, int line, int column) {
        return read(file).get(line).get(column);
    }

    private static int lines(byte[] file) {
        return read(file).size() - 1;
    }

    private static List<List<String>> read(byte[] file) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = book.getFirstSheet().openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as a person saves it after work: the cells named "line/column" hold something else; = is a formula. */
    private static byte[] worked(byte[] file, Map<String, String> changes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Somebody", "1.0")) {
            var sheet = book.newWorksheet("Moves");
            var lines = read(file);
            for (int line = 0; line < lines.size(); line++) {
                for (int column = 0; column < lines.get(line).size(); column++) {
                    String was = lines.get(line).get(column);
                    String now = changes.getOrDefault(line + "/" + column, was);
                    if (now.startsWith("=")) {
                        sheet.formula(line, column, now.substring(1));
                    } else {
                        sheet.value(line, column, now);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
