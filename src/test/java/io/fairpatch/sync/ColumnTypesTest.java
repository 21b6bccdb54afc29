package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values are copied as bytes of the type that their kind stands for, so the table must have that very type. */
class ColumnTypesTest {
    @ParameterizedTest
    @EnumSource
    void each_column_has_the_type_of_its_kind(SyncedObject object) {
        var jdbi = Database.jdbi(TestDatabase.fresh());
        for (var column : object.columns()) {
            var type = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT udt_name FROM information_schema.columns WHERE table_name = :table AND column_name = :column")
                    .bind("table", table(object))
                    .bind("column", column.column())
                    .mapTo(String.class)
                    .one());

            assertThat(type).as(object + "." + column.column()).isEqualTo(type(column.kind()));
        }
    }

    private static String table(SyncedObject object) {
        return switch (object) {
            case USER -> "org_user";
            default -> object.name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case ID, LOOKUP, TEXT, NAME, NEEDED_TEXT, COUNTRY, TIME_ZONE -> "text";
            case MONEY, OWN_MONEY -> "int8";
            case COUNT -> "int4";
            case NUMBER, PERCENT, LATITUDE, LONGITUDE -> "float8";
            case DATE, NEEDED_DATE -> "date";
            case NEEDED_MOMENT -> "timestamptz";
            case FLAG -> "bool";
            case WORDS -> "_text";
            case ORIGINAL -> "jsonb";
        };
    }
}
