package io.fairpatch.org;

import java.util.Map;

/** A row of a small query: text by column, as written in the query. */
public record OrgRow(Map<String, String> values) {
    public OrgRow {
        values = Map.copyOf(values);
    }

    /** The column's text; empty when it is null in the org. */
    public String text(String column) {
        return values.getOrDefault(column, "");
    }

    public boolean isTrue(String column) {
        return text(column).equals("true");
    }
}
