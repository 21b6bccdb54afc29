package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import java.util.List;

/** Finds records by what another system calls them. */
public final class ExternalIds {
    private ExternalIds() {}

    /** Ids of the records whose field has this value, in any letter case. */
    public static List<String> matching(Table table, Field key, String wanted) {
        var kept = wanted.strip();
        var value = ValueParser.check(key, kept);
        return table.having(key, value instanceof String ? kept : value).stream()
                .map(Row::id)
                .toList();
    }
}
