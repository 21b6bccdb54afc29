package io.fairpatch.sync.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file, as they are read; bytes that are not UTF-8 become U+FFFE. A file of which rows would be lost
 * or shifted without a word, having another separator or encoding or a quote that is never closed, is refused. For one
 * thread.
 */
final class CsvInput implements AutoCloseable {
    /** How every zip archive begins, workbooks of Excel and others among them. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Path file;
    private final MessageDigest digest;
    private final CloseableIterator<CsvRecord> records;
    private final QuoteCount quotes;
    private final List<String> header;
    private long line = 1;
    /** Whether a cell of the last row spans lines. */
    private boolean spans;

    private CsvInput(Path file, MessageDigest digest, CloseableIterator<CsvRecord> records, QuoteCount quotes) {
        this.file = file;
        this.digest = digest;
        this.records = records;
        this.quotes = quotes;
        var first = next();
        if (first == null) {
            throw Problem.of(ErrorCode.FILE_INVALID, "The file " + file.getFileName() + " is empty")
                    .at(file.toString())
                    .maybe("its first line must name the columns.")
                    .exception();
        }
        this.header =
                first.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
        requireCommas();
    }

    private void requireCommas() {
        var one = header.get(0);
        if (header.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
            throw other(file, "is not UTF-8 but, it seems, UTF-16");
        }
        if (one.toLowerCase(Locale.ROOT).startsWith("sep=")) {
            throw other(file, "begins with a line (" + one + ") instead of its columns' names");
        }
        if (header.size() == 1 && (one.indexOf(';') >= 0 || one.indexOf('\t') >= 0)) {
            throw other(file, "is separated by " + (one.indexOf(';') >= 0 ? "semicolons" : "tabs") + ", not by commas");
        }
    }

    /** By its first bytes; read as text, it would be said to have some fault of a CSV file. */
    private static void requireNoWorkbook(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            if (Arrays.equals(in.readNBytes(ZIP.length), ZIP)) {
                throw other(file, "is a workbook (or another zip archive), not CSV");
            }
        }
    }

    private static RuntimeException other(Path file, String fault) {
        return Problem.of(ErrorCode.FILE_INVALID, "The file " + file.getFileName() + " " + fault)
                .at(file + ":1")
                .maybe("save it again as CSV, UTF-8, with commas, and with amounts written as 1234.50.")
                .exception();
    }

    static CsvInput open(Path file) throws IOException {
        try {
            requireNoWorkbook(file);
            var digest = MessageDigest.getInstance("SHA-256");
            var utf8 = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .replaceWith("\uFFFE");
            var in = new DigestInputStream(Files.newInputStream(file), digest);
            var quotes = new QuoteCount(new InputStreamReader(in, utf8));
            return new CsvInput(
                    file,
                    digest,
                    CsvReader.builder()
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .ofCsvRecord(quotes)
                            .iterator(),
                    quotes);
        } catch (NoSuchFileException e) {
            throw Problem.of(ErrorCode.FILE_MISSING, "There is no file " + file)
                    .maybe("check the path; it is taken from where the command runs.")
                    .exception(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    List<String> header() {
        return header;
    }

    /** The next row; null at the end. */
    @Nullable
    List<String> next() {
        try {
            if (!records.hasNext()) {
                requireClosed();
                return null;
            }
            var record = records.next();
            line = record.getStartingLineNumber();
            spans = record.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
            return record.getFields();
        } catch (CsvParseException e) {
            throw Problem.of(ErrorCode.FILE_INVALID, "The file " + file.getFileName() + " is not CSV")
                    .at(file + ":" + line)
                    .because(e.getMessage())
                    .maybe("save it again as CSV, UTF-8, with commas.")
                    .exception(e);
        }
    }

    /** The parser takes the rest of the file for one cell where a quote is never closed. */
    private void requireClosed() {
        if (spans && quotes.odd()) {
            throw Problem.of(ErrorCode.FILE_INVALID, "A quote is opened and never closed")
                    .at(file + ":" + line)
                    .because("all that follows it would be one cell")
                    .maybe("remove the quote from that row, or write it twice within quotes.")
                    .exception();
        }
    }

    /** Where in the file the last row began, from 1. */
    long line() {
        return line;
    }

    /** Of all bytes read; once the last row was read, of the whole file. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
