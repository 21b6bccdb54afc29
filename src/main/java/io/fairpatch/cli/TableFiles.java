package io.fairpatch.cli;

import io.fairpatch.insight.report.ReportFiles;
import io.fairpatch.insight.report.Table;
import java.nio.file.Path;
import java.util.List;

/** Writes tables to the file of {@code --out}: the first as CSV, or all as a workbook by the name's ending. */
final class TableFiles {
    private TableFiles() {}

    /** What {@code --json} prints of a file. */
    record Written(String file, int rows) {}

    static Written write(Table table, Path file) {
        return write(List.of(table), file);
    }

    /** @param tables the main one first */
    static Written write(List<Table> tables, Path file) {
        OutFile.write(file, target -> {
            if (file.toString().endsWith(".xlsx")) {
                ReportFiles.xlsx(tables, target);
            } else {
                ReportFiles.csv(tables.get(0), target);
            }
        });
        return new Written(file.toString(), tables.get(0).rows().size());
    }
}
