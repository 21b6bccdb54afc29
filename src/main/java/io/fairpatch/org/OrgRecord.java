package io.fairpatch.org;

import io.fairpatch.model.SalesforceId;
import java.util.Map;
import java.util.Optional;

/**
 * A record as read now. Values are text as in Bulk CSV (dates ISO, numbers without grouping, booleans true/false); a
 * field that is null in the org is absent.
 */
public record OrgRecord(SalesforceId id, Map<String, String> values) {
    public OrgRecord {
        values = Map.copyOf(values);
    }

    public Optional<String> value(String field) {
        return Optional.ofNullable(values.get(field));
    }
}
