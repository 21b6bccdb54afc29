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

    /** @throws io.fairpatch.error.FairpatchException SYNC_FIELD_MISSING when a needed field can't be read */
    static ReadPlan of(SyncedObject object, ObjectSchema schema, MappingConfig mapping) {
        var sources = new ArrayList<Source>();
        var missing = new ArrayList<MissingField>();
        for (var column : object.columns()) {
            var wanted = column.source().apply(mapping);
            var reason = wanted.isEmpty() ? Optional.of("it is not in mapping.yml") : unreadable(schema, wanted.get());
            String shown = wanted.map(ReadPlan::shown).orElse(column.field());
            if (reason.isPresent() && column.need() == Column.Need.REQUIRED) {
                throw needed(object, column, shown, reason.get());
            }
            if (reason.isPresent() && wanted.isPresent() && column.need() == Column.Need.WANTED) {
                missing.add(new MissingField(object.object(), column.field(), shown, reason.get()));
            }
            sources.add(
                    new Source(kind(column, schema, shown), shown, reason.isPresent() ? null : wanted.orElse(null)));
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

    private static Optional<String> unreadable(ObjectSchema schema, FieldSource source) {
        return source.fields().stream()
                .map(api -> unreadable(schema, api))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unreadable(ObjectSchema schema, String api) {
        return schema.field(lookup(api))
                .map(field -> field.bulkReadable()
                        ? Optional.<String>empty()
                        : Optional.of("its type " + field.type() + " cannot be read in bulk"))
                .orElseGet(() -> Optional.of("the org has no such field, or this user may not read it"));
    }

    /** The field itself; for a field of a parent record the lookup that leads there. */
    private static String lookup(String api) {
        int dot = api.indexOf('.');
        if (dot < 0) {
            return api;
        }
        String parent = api.substring(0, dot);
        return parent.endsWith("__r") ? parent.substring(0, parent.length() - 1) + "c" : parent + "Id";
    }

    private static Kind kind(Column column, ObjectSchema schema, String api) {
        boolean percent = schema.field(api)
                .map(FieldSchema::type)
                .filter("percent"::equals)
                .isPresent();
        return percent && column.kind() == Kind.NUMBER && column.field().equals("headcountGrowth")
                ? Kind.PERCENT
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
