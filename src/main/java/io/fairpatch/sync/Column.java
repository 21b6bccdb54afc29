package io.fairpatch.sync;

import io.fairpatch.config.FieldSource;
import io.fairpatch.config.MappingConfig;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a snapshot table and where its value comes from.
 *
 * @param field our name in {@code mapping.yml}, for messages
 * @param need what its absence means
 * @param source empty when not mapped
 */
record Column(
        String column, String field, Kind kind, Need need, Function<MappingConfig, Optional<FieldSource>> source) {
    /** What it means that a field can't be read. */
    enum Need {
        /** A sync makes no sense without it. */
        REQUIRED,
        /** It is reported. */
        WANTED,
        /** Most orgs lack it. */
        IF_THERE
    }

    /** The same field in every org. */
    static Column fixed(String column, String api, Kind kind) {
        return of(column, api, kind, Need.REQUIRED);
    }

    /** A standard field that some orgs or users lack. */
    static Column offered(String column, String api, Kind kind) {
        return of(column, api, kind, Need.WANTED);
    }

    /** A standard field of orgs that have a certain feature switched on. */
    static Column ifThere(String column, String api, Kind kind) {
        return of(column, api, kind, Need.IF_THERE);
    }

    /** Made by us of the other columns. */
    static Column derived(String column, Kind kind) {
        return new Column(column, column, kind, Need.IF_THERE, mapping -> Optional.empty());
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
        return new Column(column, field, kind, Need.WANTED, mapping -> Optional.ofNullable(
                        mapping.written().get(field))
                .map(FieldSource.Field::new));
    }

    /** The same column, without which a sync makes no sense. */
    Column needed() {
        return new Column(column, field, kind, Need.REQUIRED, source);
    }

    private static Column of(String column, String api, Kind kind, Need need) {
        return new Column(column, api, kind, need, mapping -> Optional.of(new FieldSource.Field(api)));
    }

    private static Column mapped(
            String column, String field, Kind kind, Function<MappingConfig, Map<String, FieldSource>> part) {
        return new Column(
                column,
                field,
                kind,
                Need.WANTED,
                mapping -> Optional.ofNullable(part.apply(mapping).get(field)));
    }
}
