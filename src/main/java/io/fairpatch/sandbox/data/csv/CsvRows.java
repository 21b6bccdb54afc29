package io.fairpatch.sandbox.data.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file one after the other, strictly UTF-8, with or without a byte order mark. Closes itself at the
 * end. Whatever is wrong with the file is told as a problem. Not for several threads.
 */
final class CsvRows implements Closeable {
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final CloseableIterator<CsvRecord> records;

    private CsvRows(Path path, CloseableIterator<CsvRecord> records) {
        this.path = path;
        this.records = records;
    }

    /** A row and the line it starts on, from 1. */
    record Row(long line, List<String> cells) {}

    static CsvRows open(Path path) {
        try {
            var reader = new BufferedReader(
                    new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder()));
            skipByteOrderMark(reader);
            return new CsvRows(
                    path,
                    CsvReader.builder()
                            .allowUnclosedQuote(false)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .ofCsvRecord(reader)
                            .iterator());
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** Null behind the last row. */
    @Nullable
    Row next() {
        try {
            if (records.hasNext()) {
                CsvRecord row = records.next();
                return new Row(row.getStartingLineNumber(), row.getFields());
            }
        } catch (UncheckedIOException e) {
            throw failure(path, Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException io ? failure(path, io) : notCsv(e);
        }
        close();
        return null;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static FairpatchException failure(Path path, IOException cause) {
        return cause instanceof CharacterCodingException
                ? Utf8.problem(path).exception(cause)
                : CsvFile.unreadable(path, cause);
    }

    private FairpatchException notCsv(CsvParseException cause) {
        return Problem.of(ErrorCode.SANDBOX_DATA, "The file " + path.getFileName() + " is not proper CSV.")
                .at(path.toString())
                .because(cause.getMessage() + ".")
                .maybe("a quote is missing or too many: a field with a comma, a quote or a line break goes between"
                        + " double quotes, and a quote inside is doubled.")
                .exception(cause);
    }
}
