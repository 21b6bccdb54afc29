package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import java.util.List;
import java.util.Objects;

/** Finds records by what another system calls them. */
public final class ExternalIds {
    private ExternalIds() {}

    /** Ids of the records whose field has this value, in any letter case. */
    public static List<String> matching(Table table, Field key, String wanted) {
        var kept = wanted.strip();
        var value = ValueParser.check(key, kept);
        return table.rows().stream()
                .filter(row -> !table.isDeleted(row))
                .filter(row -> value instanceof String
                        ? kept.equalsIgnoreCase(row.text(key))
                        : Objects.equals(value, row.get(key)))
                .map(Row::id)
                .toList();
    }
}
