package io.fairpatch.cli;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.insight.report.ReportFiles;
import io.fairpatch.insight.report.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes tables to the file of {@code --out}: the first as CSV, or all as a workbook by the name's ending. */
final class TableFiles {
    /** A name without an ending, as /dev/stdout, takes CSV. */
    private static final Set<String> KINDS = Set.of("", ".csv", ".xlsx");

    private TableFiles() {}

    /** What {@code --json} prints of a file. */
    record Written(String file, int rows) {}

    /** Refuses a name that says another kind of file, before anything is made for it. */
    static void requireKind(@Nullable Path file) {
        var name = file == null ? "" : String.valueOf(file.getFileName());
        var ending = name.contains(".") ? name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT) : "";
        if (!KINDS.contains(ending)) {
            throw Problem.of(ErrorCode.USAGE, "A file " + ending + " can't be written here")
                    .at("--out " + file)
                    .maybe("end the name in .csv or .xlsx; pages print as PDF in a browser")
                    .exception();
        }
    }

    /** Writes tables, the main one first. */
    static Written write(List<Table> tables, Path file) {
        OutFile.write(file, target -> {
            if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                ReportFiles.xlsx(tables, target);
            } else {
                ReportFiles.csv(tables.get(0), target);
            }
        });
        return new Written(file.toString(), tables.get(0).rows().size());
    }
}
