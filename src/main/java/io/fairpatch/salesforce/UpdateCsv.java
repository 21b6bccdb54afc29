package io.fairpatch.salesforce;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Rows to update as the CSV that both bulk APIs take: comma, LF, an empty value leaves a field, #N/A clears it. */
final class UpdateCsv {
    private static final String CLEAR = "#N/A";
    private static final int MOST_ROWS = 10_000;
    /** The org takes 150 MB after base64. */
    private static final int MOST_BYTES = 100_000_000;

    private UpdateCsv() {}

    static byte[] of(String where, List<String> fields, List<Map<String, String>> rows) {
        if (fields.isEmpty() || !fields.get(0).equals("Id") || rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("The first of the fields " + fields + " must be Id, and the rows ("
                    + rows.size() + ") at most " + MOST_ROWS);
        }
        var csv = written(where, fields, rows);
        if (csv.length > MOST_BYTES) {
            var what = "The " + rows.size() + " rows make " + csv.length + " bytes, the org takes " + MOST_BYTES + ".";
            throw refused(what, where, "send fewer rows a job");
        }
        return csv;
    }

    private static byte[] written(String where, List<String> fields, List<Map<String, String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes, StandardCharsets.UTF_8)) {
            csv.writeRecord(fields);
            for (var row : rows) {
                csv.writeRecord(
                        fields.stream().map(field -> value(where, field, row)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An empty text is null in the org, so it clears as null does. Line ends inside a value become LF, as the job says. */
    private static String value(String where, String field, Map<String, String> row) {
        if (!row.containsKey(field)) {
            return "";
        }
        var value = row.get(field);
        if (value == null || value.isEmpty()) {
            return CLEAR;
        }
        if (value.equals(CLEAR)) {
            throw refused(
                    "The value #N/A of field " + field + " of record " + row.get("Id") + " can't be written.",
                    where,
                    "change the text: #N/A means \"clear the field\" to the org");
        }
        return value.indexOf('\r') < 0 ? value : value.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static RuntimeException refused(String what, String where, String advice) {
        return Problem.of(ErrorCode.ORG_REQUEST, what).at(where).maybe(advice).exception();
    }
}
