package io.fairpatch.sandbox.schema;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.fairpatch.sandbox.data.CustomField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the standard objects and fields from {@code objects.csv} and {@code fields.csv}. Lists inside a cell are parted
 * by semicolons; a field of object {@code *} belongs to every object that does not name it under {@code without}; for a
 * part of a compound field the column {@code relationship} names the compound field.
 */
final class SchemaFile {
    private static final String ANY = "*";

    /** The lines of fields by object, read once. */
    private static final Map<String, List<NamedCsvRecord>> FIELD_LINES =
            read("/io/fairpatch/sandbox/fields.csv").stream()
                    .collect(Collectors.groupingBy(line -> line.getField("object")));

    private final List<CustomField> customFields;

    SchemaFile(List<CustomField> customFields) {
        this.customFields = customFields;
    }

    List<ObjectType> objects() {
        return read("/io/fairpatch/sandbox/objects.csv").stream()
                .map(line -> new ObjectType(
                        line.getField("name"),
                        line.getField("label"),
                        line.getField("labelPlural"),
                        line.getField("keyPrefix"),
                        line.getField("calls"),
                        line.getField("rights"),
                        fields(line.getField("name"), list(line.getField("without")))))
                .toList();
    }

    private List<Field> fields(String object, List<String> without) {
        var fields = new ArrayList<Field>();
        lines(ANY)
                .filter(line -> !without.contains(line.getField("name")))
                .forEach(line -> fields.add(standard(line, fields.size())));
        lines(object).forEach(line -> fields.add(standard(line, fields.size())));
        for (var custom : customFields) {
            var known = fields.stream().anyMatch(field -> field.name().equalsIgnoreCase(custom.name()));
            if (custom.object().equalsIgnoreCase(object) && !known) {
                fields.add(custom(custom, fields.size()));
            }
        }
        return fields;
    }

    private static Stream<NamedCsvRecord> lines(String object) {
        return FIELD_LINES.getOrDefault(object, List.of()).stream();
    }

    private static Field standard(NamedCsvRecord line, int column) {
        var type = FieldType.of(line.getField("type"));
        var link = line.getField("relationship");
        return new Field(
                line.getField("name"),
                line.getField("label"),
                type,
                number(line.getField("length")),
                number(line.getField("precision")),
                number(line.getField("scale")),
                flags(line.getField("flags")),
                list(line.getField("referenceTo")),
                type == FieldType.REFERENCE ? emptyToNull(link) : null,
                list(line.getField("values")),
                type == FieldType.REFERENCE ? null : emptyToNull(link),
                null,
                column);
    }

    private static Field custom(CustomField custom, int column) {
        var type = FieldType.of(custom.type());
        var reference = Objects.requireNonNullElse(custom.referenceTo(), "");
        return new Field(
                custom.name(),
                custom.label(),
                type,
                custom.length(),
                type.isDecimal() ? 18 : 0,
                type.isDecimal() ? 6 : 0,
                customFlags(custom),
                list(reference),
                reference.isEmpty() ? null : custom.name().replaceFirst("__c$", "__r"),
                List.of(),
                null,
                null,
                column);
    }

    /** A custom text field that is called an id serves as external id: upserts may match by it. */
    private static Set<FieldFlag> customFlags(CustomField custom) {
        var flags = EnumSet.of(FieldFlag.NILLABLE, FieldFlag.CREATEABLE, FieldFlag.UPDATEABLE);
        if (custom.type().equals("string") && custom.name().endsWith("Id__c")) {
            flags.add(FieldFlag.EXTERNAL_ID);
        }
        return flags;
    }

    private static Set<FieldFlag> flags(String letters) {
        var flags = EnumSet.noneOf(FieldFlag.class);
        for (var flag : FieldFlag.values()) {
            if (letters.indexOf(flag.letter()) >= 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static List<NamedCsvRecord> read(String resource) {
        try (InputStream stream = Objects.requireNonNull(SchemaFile.class.getResourceAsStream(resource), resource);
                var reader = CsvReader.builder().ofNamedCsvRecord(stream)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";"));
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
