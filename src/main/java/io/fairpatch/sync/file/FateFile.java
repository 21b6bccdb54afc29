package io.fairpatch.sync.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.fairpatch.sync.file.RowReading.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A CSV file that says of each row what became of it. */
final class FateFile implements AutoCloseable {
    private final CsvWriter csv;

    FateFile(Path file) throws IOException {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file);
        csv.writeRecord("Line", "Key", "Fate", "Record Id", "Reason");
    }

    void add(long line, Row row) {
        csv.writeRecord(
                Long.toString(line),
                inert(row.key()),
                row.fate().name().toLowerCase(Locale.ROOT),
                row.recordId(),
                inert(row.reason()));
    }

    /** Text that a spreadsheet would run as a formula. */
    private static String inert(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
