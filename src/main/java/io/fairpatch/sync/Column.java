package io.fairpatch.sync;

import io.fairpatch.config.MappingConfig;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a snapshot table and where its value comes from.
 *
 * @param field our name in {@code mapping.yml}, for messages
 * @param api the org's field, empty when not mapped
 */
record Column(String column, String field, Kind kind, boolean required, Function<MappingConfig, Optional<String>> api) {
    /** The same field in every org. */
    static Column fixed(String column, String api, Kind kind) {
        return new Column(column, api, kind, true, mapping -> Optional.of(api));
    }

    /** A standard field that some orgs or users lack. */
    static Column offered(String column, String api, Kind kind) {
        return new Column(column, api, kind, false, mapping -> Optional.of(api));
    }

    static Column account(String column, String field, Kind kind) {
        return mapped(column, field, kind, MappingConfig::account);
    }

    static Column opportunity(String column, String field, Kind kind) {
        return mapped(column, field, kind, MappingConfig::opportunity);
    }

    static Column user(String column, String field, Kind kind) {
        return mapped(column, field, kind, MappingConfig::user);
    }

    static Column written(String column, String field, Kind kind) {
        return mapped(column, field, kind, MappingConfig::written);
    }

    /** The same column, without which a sync makes no sense. */
    Column needed() {
        return new Column(column, field, kind, true, api);
    }

    private static Column mapped(
            String column, String field, Kind kind, Function<MappingConfig, Map<String, String>> part) {
        return new Column(
                column,
                field,
                kind,
                false,
                mapping -> Optional.ofNullable(part.apply(mapping).get(field)));
    }
}
