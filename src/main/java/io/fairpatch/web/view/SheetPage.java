package io.fairpatch.web.view;

import java.util.List;

/** The moves as a spreadsheet, and what became of each line that came back. */
public record SheetPage(Shell shell, String path, String sentence, String typed, List<Row> rows) {
    public SheetPage {
        rows = List.copyOf(rows);
    }

    /** The fate of one line. */
    public record Row(int number, String account, boolean good, String sentence) {}
}
