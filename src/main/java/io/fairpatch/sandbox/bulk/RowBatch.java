package io.fairpatch.sandbox.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.fairpatch.sandbox.org.LinkedKeys;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Uploaded rows, and the writes they mean: an empty value leaves a field alone, {@code #N/A} clears it. */
public final class RowBatch {
    private static final String NULL = "#N/A";

    private final Kind kind;
    private final ObjectType type;
    private final @Nullable String keyField;
    private final List<String> header;
    private final List<Field> fields;
    private final List<List<String>> rows;

    private RowBatch(
            Kind kind,
            ObjectType type,
            @Nullable String keyField,
            List<String> header,
            List<Field> fields,
            List<List<String>> rows) {
        this.kind = kind;
        this.type = type;
        this.keyField = keyField;
        this.header = header;
        this.fields = fields;
        this.rows = rows;
    }

    /** Reads uploaded data. */
    public static RowBatch read(byte[] data, Dialect dialect, Kind kind, ObjectType type, @Nullable String keyField)
            throws BatchException {
        var text = new String(data, StandardCharsets.UTF_8);
        checkLineEnding(text, dialect);
        Quotes.check(text, dialect.delimiter());
        var records = records(text, dialect);
        if (records.isEmpty()) {
            throw BatchException.invalid("CSV data is empty");
        }
        var header = records.get(0);
        var fields = new ArrayList<Field>();
        for (var name : header) {
            fields.add(LinkedKeys.lookup(type, name)
                    .or(() -> type.field(name))
                    .orElseThrow(() -> BatchException.invalid("Field name not found : " + name)));
        }
        checkIdsAlone(kind, fields);
        return new RowBatch(kind, type, keyField, header, fields, records.subList(1, records.size()));
    }

    private static void checkIdsAlone(Kind kind, List<Field> fields) throws BatchException {
        boolean deletes = kind == Kind.DELETE || kind == Kind.HARD_DELETE;
        if (deletes && (fields.size() > 1 || fields.get(0).type() != FieldType.ID)) {
            var operation = kind == Kind.DELETE ? "delete" : "hardDelete";
            throw BatchException.refused("The '" + operation + "' batch must contain only ids");
        }
    }

    private static void checkLineEnding(String text, Dialect dialect) throws BatchException {
        boolean windows = text.contains("\r\n");
        boolean expected = dialect.lineEndingName().equals("CRLF");
        if (windows != expected && text.indexOf('\n') >= 0) {
            throw BatchException.unreadable(
                    "LineEnding is invalid on user data. Current LineEnding setting is " + dialect.lineEndingName());
        }
    }

    private static List<List<String>> records(String text, Dialect dialect) throws BatchException {
        try (var reader =
                CsvReader.builder().fieldSeparator(dialect.delimiter()).ofCsvRecord(text)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (CsvParseException e) {
            throw BatchException.unreadable("Failed to parse CSV. " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("text cannot fail to be read", e);
        }
    }

    public int size() {
        return rows.size();
    }

    /** The names of the columns, as sent. */
    public List<String> header() {
        return header;
    }

    /** The values of a row, as sent. */
    public List<String> row(int place) {
        return rows.get(place);
    }

    /** What a row means. */
    public Write write(int place) {
        var row = rows.get(place);
        var values = new LinkedHashMap<String, @Nullable String>();
        String id = null;
        for (int i = 0; i < fields.size(); i++) {
            var value = row.get(i);
            if (fields.get(i).type() == FieldType.ID) {
                id = value;
            } else if (!value.isEmpty()) {
                var name = header.get(i).indexOf('.') < 0 ? fields.get(i).name() : header.get(i);
                values.put(name, value.equals(NULL) ? null : value);
            }
        }
        return new Write(kind, type, id, values, keyField);
    }
}
