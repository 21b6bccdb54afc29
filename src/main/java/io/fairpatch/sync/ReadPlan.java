package io.fairpatch.sync;

import io.fairpatch.config.FieldSource;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is read of one object, in the light of what describe shows to this user.
 *
 * @param sources by column of the table; without a source where nothing can be read
 */
record ReadPlan(SyncedObject object, List<Source> sources, List<MissingField> missing, ObjectSchema schema) {
    /** A column with where its value comes from, null when nowhere. */
    record Source(Kind kind, String shown, @Nullable FieldSource from) {}

    /**
     * Looks at every column.
     *
     * @param parents an object that ours look up, as this user sees it; empty when it is hidden
     * @throws io.fairpatch.error.FairpatchException SYNC_FIELD_MISSING when a needed field can't be read
     */
    static ReadPlan of(
            SyncedObject object,
            ObjectSchema schema,
            MappingConfig mapping,
            Function<String, Optional<ObjectSchema>> parents) {
        var sources = new ArrayList<Source>();
        var missing = new ArrayList<MissingField>();
        var fields = new ReadableFields(schema, parents);
        for (var column : object.columns()) {
            var wanted = column.source().apply(mapping);
            var readable = wanted.flatMap(source -> fields.readable(source, shares(column)));
            String shown = wanted.map(ReadPlan::shown).orElse(column.field());
            if (readable.isEmpty() && column.need() == Column.Need.REQUIRED) {
                throw needed(
                        object,
                        column,
                        shown,
                        wanted.flatMap(source -> fields.unreadable(source).values().stream()
                                        .findFirst())
                                .orElse("it is not in mapping.yml"));
            }
            if (wanted.isPresent() && column.need() != Column.Need.IF_THERE) {
                fields.unreadable(wanted.get())
                        .forEach((api, reason) -> missing.add(new MissingField(
                                object.object(),
                                column.field(),
                                api,
                                readable.isEmpty() ? reason : reason + "; the rest of its line is read")));
            }
            sources.add(new Source(kind(column, schema, readable), shown, readable.orElse(null)));
        }
        return new ReadPlan(object, sources, missing, schema);
    }

    /** The org's fields that are read. */
    Set<String> fields() {
        var fields = new LinkedHashSet<String>();
        for (var source : sources) {
            if (source.from() != null) {
                fields.addAll(source.from().fields());
            }
        }
        return fields;
    }

    /** Whether a field that is read changes without leaving a stamp. */
    boolean calculated() {
        return fields().stream()
                .anyMatch(field -> field.contains(".")
                        || schema.field(field).map(FieldSchema::calculated).orElse(false));
    }

    /** What the values depend on, apart from the records. */
    String shape() {
        return sources.toString();
    }

    /** By API name of every field that describe shows: its type. */
    Map<String, String> fieldTypes() {
        return schema.fields().values().stream().collect(Collectors.toMap(FieldSchema::name, FieldSchema::type));
    }

    private static String shown(FieldSource source) {
        return source instanceof FieldSource.Field field
                ? field.api()
                : source.fields().stream().sorted().collect(Collectors.joining("+"));
    }

    /** Whether the column is a share, for which a Percent field says 25 where we say 0.25. */
    private static boolean shares(Column column) {
        return column.field().equals("headcountGrowth");
    }

    /** Whether the values stand in the mapping itself. */
    private static boolean written(FieldSource source) {
        return source instanceof FieldSource.Constant || source instanceof FieldSource.Lookup;
    }

    private static Kind kind(Column column, ObjectSchema schema, Optional<FieldSource> source) {
        boolean percent = source.filter(FieldSource.Field.class::isInstance)
                .map(FieldSource.Field.class::cast)
                .flatMap(field -> schema.field(field.api()))
                .filter(FieldSchema::percent)
                .isPresent();
        if (percent && shares(column)) {
            return Kind.PERCENT;
        }
        return column.kind() == Kind.MONEY && source.filter(ReadPlan::written).isPresent()
                ? Kind.OWN_MONEY
                : column.kind();
    }

    private static RuntimeException needed(SyncedObject object, Column column, String shown, String reason) {
        return Problem.of(
                        ErrorCode.SYNC_FIELD_MISSING,
                        "The field " + object.object() + "." + shown + " is needed and cannot be read")
                .at(object.object() + "." + shown)
                .because(reason)
                .maybe("give the integration user's permission set read access to it (field-level security),"
                        + " or map " + column.field() + " to another field in mapping.yml.")
                .exception();
    }
}
