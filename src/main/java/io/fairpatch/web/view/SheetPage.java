package io.fairpatch.web.view;

import java.util.List;

/**
 * The moves as a spreadsheet, and what became of each line that came back.
 *
 * @param typed the rows that were pasted, kept for another try
 * @param tally lines by what became of them
 * @param rows the refused ones first
 */
public record SheetPage(
        Shell shell, String path, String title, String sentence, String typed, List<Fact> tally, List<Row> rows) {
    public SheetPage {
        tally = List.copyOf(tally);
        rows = List.copyOf(rows);
    }

    /** The fate of one line. */
    public record Row(int number, String account, boolean good, String sentence) {}
}
