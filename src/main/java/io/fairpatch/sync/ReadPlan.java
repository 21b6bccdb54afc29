package io.fairpatch.sync;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What is read of one object, in the light of what describe shows to this user.
 *
 * @param sources by column of the table: the API name, its source, empty where nothing can be read
 */
record ReadPlan(SyncedObject object, List<Source> sources, List<MissingField> missing) {
    /** A column with the org's field, empty when there is none. */
    record Source(Kind kind, String api) {
        boolean absent() {
            return api.isEmpty();
        }
    }

    /** @throws io.fairpatch.error.FairpatchException SYNC_FIELD_MISSING when a needed field can't be read */
    static ReadPlan of(SyncedObject object, ObjectSchema schema, MappingConfig mapping) {
        var sources = new ArrayList<Source>();
        var missing = new ArrayList<MissingField>();
        for (var column : object.columns()) {
            String api = column.api().apply(mapping).orElse("");
            var reason = api.isEmpty() ? Optional.of("it is not in mapping.yml") : unreadable(schema, api);
            if (reason.isPresent() && column.required()) {
                throw needed(object, column, api, reason.get());
            }
            if (reason.isPresent() && !api.isEmpty()) {
                missing.add(new MissingField(object.object(), column.field(), api, reason.get()));
            }
            sources.add(new Source(kind(column, schema, api), reason.isPresent() ? "" : api));
        }
        return new ReadPlan(object, sources, missing);
    }

    BulkQuery query() {
        var fields = new LinkedHashSet<String>();
        sources.stream().filter(source -> !source.absent()).forEach(source -> fields.add(source.api()));
        return new BulkQuery(
                object.object(), "SELECT " + String.join(", ", fields) + " FROM " + object.object(), false);
    }

    private static Optional<String> unreadable(ObjectSchema schema, String api) {
        return schema.field(api)
                .map(field -> field.bulkReadable()
                        ? Optional.<String>empty()
                        : Optional.of("its type " + field.type() + " cannot be read in bulk"))
                .orElseGet(() -> Optional.of("the org has no such field, or this user may not read it"));
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

    private static RuntimeException needed(SyncedObject object, Column column, String api, String reason) {
        String shown = api.isEmpty() ? column.field() : api;
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
