package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.function.Function;

/** The field by which an upsert knows the records it finds. */
public final class UpsertKey {
    private UpsertKey() {}

    /**
     * The name of the field as the org writes it.
     *
     * @param name as the client wrote it; empty when it named none
     * @param refusal how the API at hand refuses a job, given why
     */
    public static String of(ObjectType type, String name, Function<String, ApiException> refusal) {
        if (name.isEmpty()) {
            throw refusal.apply(
                    "External ID was blank for " + type.name() + ". An External ID must be specified for upsert.");
        }
        return type.field(name)
                .filter(Field::isIdLookup)
                .map(Field::name)
                .orElseThrow(() -> refusal.apply("Field name provided, " + name
                        + " does not match an External ID, Salesforce Id, or indexed field for " + type.name()));
    }
}
