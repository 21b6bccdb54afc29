package io.fairpatch.review.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.SpreadsheetText;
import io.fairpatch.review.BookView;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.ProposalQueries;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the moves of a proposal to work on elsewhere. Callers check the right to take them out. Thread-safe. */
@Singleton
public final class MoveSheets {
    /** What the files are to a browser. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int CHUNK = 500;
    private static final double[] WIDTHS = {20, 32, 18, 20, 18, 14, 28, 12, 11, 60, 24, 20, 14};

    private final ProposalQueries queries;

    public MoveSheets(ProposalQueries queries) {
        this.queries = queries;
    }

    /** CSV in UTF-8 with LF, the moves worth most first. Does not close {@code target}. */
    public void csv(SalesforceId org, String id, OutputStream target) throws IOException {
        var writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(MoveColumns.ALL);
        each(
                id,
                org,
                line -> csv.writeRecord(
                        MoveColumns.cells(line).stream().map(Object::toString).toList()));
        csv.flush();
        writer.flush();
    }

    /** An XLSX workbook that offers the reps and the decisions as lists to choose from. Does not close {@code target}. */
    public void xlsx(SalesforceId org, String id, OutputStream target) throws IOException {
        var book = new Workbook(target, "Fairpatch", "1.0");
        Worksheet moves = book.newWorksheet("Moves");
        head(moves);
        int[] last = {0};
        each(id, org, line -> fill(moves, ++last[0], MoveColumns.cells(line)));
        Worksheet choices = book.newWorksheet("Choices");
        choices.setVisibilityState(VisibilityState.HIDDEN);
        choose(moves, choices, 0, MoveColumns.TO, reps(org, id), last[0]);
        choose(moves, choices, 1, MoveColumns.DECISION, decisions(), last[0]);
        book.finish();
    }

    private static void head(Worksheet sheet) {
        for (int at = 0; at < MoveColumns.ALL.size(); at++) {
            sheet.value(0, at, MoveColumns.ALL.get(at));
            sheet.width(at, WIDTHS[at]);
        }
        sheet.range(0, 0, 0, MoveColumns.ALL.size() - 1).style().bold().set();
        sheet.freezePane(2, 1);
        sheet.hideColumn(MoveColumns.ALL.indexOf(MoveColumns.THEN_TO));
        sheet.hideColumn(MoveColumns.ALL.indexOf(MoveColumns.THEN_DECISION));
    }

    private static void fill(Worksheet sheet, int line, List<Object> cells) {
        for (int at = 0; at < cells.size(); at++) {
            if (cells.get(at) instanceof Number number) {
                sheet.value(line, at, number);
            } else {
                sheet.value(line, at, cells.get(at).toString());
            }
        }
    }

    private static void choose(
            Worksheet moves, Worksheet choices, int place, String column, List<String> offered, int last) {
        for (int at = 0; at < offered.size(); at++) {
            choices.value(at, place, offered.get(at));
        }
        if (last > 0 && !offered.isEmpty()) {
            int column0 = MoveColumns.ALL.indexOf(column);
            moves.range(1, column0, last, column0).validateWithList(choices.range(0, place, offered.size() - 1, place));
        }
    }

    private List<String> reps(SalesforceId org, String id) {
        return queries.books(org, id).stream()
                .filter(BookView::active)
                .map(view -> SpreadsheetText.inert(view.repName()))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> decisions() {
        return List.of(Decision.values()).stream().map(Decision::name).toList();
    }

    private void each(String id, SalesforceId org, Consumer<ProposalLine> line) {
        var next = new PageRequest(0, CHUNK);
        while (next != null) {
            var page = queries.lines(org, id, LineFilter.MOVES, LineSort.WORTH_FIRST, next);
            page.lines().forEach(line);
            next = page.cursor() == null ? null : PageRequest.after(page.cursor(), CHUNK);
        }
    }
}
