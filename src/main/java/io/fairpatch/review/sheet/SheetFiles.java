package io.fairpatch.review.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads moves that come back from a spreadsheet: XLSX, CSV, or rows copied out of one, separated by tabs. */
public final class SheetFiles {
    private static final long MOST_INFLATED = 64L << 20;
    private static final int MOST_LINES = 50_000;
    private static final int CHUNK = 8_192;

    private SheetFiles() {}

    /**
     * Tells the kinds apart by what they hold.
     *
     * @throws FairpatchException IMPORT_FILE when it is none of them, has no heads, or is too large
     */
    public static SheetLines read(byte[] file) {
        boolean zip = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        return zip ? xlsx(file) : text(new String(file, StandardCharsets.UTF_8));
    }

    /** CSV with heads, or tabs as a spreadsheet copies them. */
    public static SheetLines text(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String head = plain.lines().findFirst().orElse("");
        char separator = head.indexOf('\t') >= 0 ? '\t' : head.indexOf(',') >= 0 ? ',' : ';';
        requireHead(head.contains(MoveColumns.ACCOUNT));
        var lines = new SheetLines.Collector();
        try {
            for (NamedCsvRecord line : CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .ofNamedCsvRecord(plain)) {
                lines.add(cells(line));
            }
        } catch (CsvParseException e) {
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
        return lines.lines();
    }

    private static Map<String, String> cells(NamedCsvRecord line) {
        var cells = new HashMap<String, String>();
        line.getFieldsAsMap().forEach((head, value) -> put(cells, head, value));
        return cells;
    }

    private static SheetLines xlsx(byte[] file) {
        requireSmall(file);
        var lines = new SheetLines.Collector();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            var heads = new ArrayList<String>();
            rows.limit(MOST_LINES + 1L).forEach(row -> {
                if (heads.isEmpty()) {
                    heads.addAll(heads(row));
                } else {
                    line(lines, heads, row);
                }
            });
        } catch (IOException | ExcelReaderException e) {
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
        return lines.lines();
    }

    private static List<String> heads(Row row) {
        List<String> heads = row.stream()
                .map(cell -> cell == null ? "" : cell.getText().strip())
                .toList();
        requireHead(heads.contains(MoveColumns.ACCOUNT));
        return heads;
    }

    private static void line(SheetLines.Collector lines, List<String> heads, Row row) {
        var cells = new HashMap<String, String>();
        String formula = null;
        for (int at = 0; at < heads.size(); at++) {
            Cell cell = row.getOptionalCell(at).orElse(null);
            if (cell != null && cell.getType() == CellType.FORMULA) {
                formula = heads.get(at);
            } else if (cell != null) {
                put(cells, heads.get(at), cell.getText());
            }
        }
        if (formula != null) {
            lines.formula(cells.getOrDefault("Account", ""), formula);
        } else if (!cells.isEmpty()) {
            lines.add(cells);
        }
    }

    /** The apostrophe that made a text inert on the way out goes. */
    private static void put(Map<String, String> cells, String head, String value) {
        String plain = value.strip();
        boolean inert = plain.length() > 1 && plain.charAt(0) == '\'' && "=+-@".indexOf(plain.charAt(1)) >= 0;
        if (!plain.isEmpty()) {
            cells.put(head.strip(), inert ? plain.substring(1) : plain);
        }
    }

    /** A small file can hold a gigabyte of zeros: what it inflates to is counted before anything is built from it. */
    private static void requireSmall(byte[] file) {
        Path place = null;
        try {
            place = Files.createTempFile("fairpatch-sheet", ".xlsx");
            Files.write(place, file);
            try (var zip = new ZipFile(place.toFile())) {
                long left = MOST_INFLATED;
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    left -= inflated(zip, entry, left);
                }
            }
        } catch (IOException e) {
            throw unreadable("the file is damaged", e);
        } finally {
            remove(place);
        }
    }

    private static long inflated(ZipFile zip, ZipEntry entry, long most) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            long size = 0;
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read > 0; read = content.read(chunk)) {
                size += read;
                if (size > most) {
                    throw unreadable("it inflates to more than " + (MOST_INFLATED >> 20) + " MB", null);
                }
            }
            return size;
        }
    }

    private static void remove(@Nullable Path place) {
        try {
            if (place != null) {
                Files.deleteIfExists(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireHead(boolean there) {
        if (!there) {
            throw unreadable("its first line has no column " + MoveColumns.ACCOUNT, null);
        }
    }

    private static FairpatchException unreadable(String why, @Nullable Throwable cause) {
        Problem problem = Problem.of(ErrorCode.IMPORT_FILE, "The spreadsheet can't be read")
                .because(why)
                .maybe("export the moves again, and keep the line of heads");
        return cause == null ? problem.exception() : problem.exception(cause);
    }
}
