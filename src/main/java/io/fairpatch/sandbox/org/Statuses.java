package io.fairpatch.sandbox.org;

import java.util.HashMap;
import java.util.Map;

/** The values of status and priority fields as records, which forms offer to choose from. */
final class Statuses {
    private static final Map<String, String> FIELDS = Map.of(
            "LeadStatus", "Lead.Status",
            "CaseStatus", "Case.Status",
            "TaskStatus", "Task.Status",
            "TaskPriority", "Task.Priority");

    private final Org org;
    private final SetupRows rows;

    Statuses(Org org) {
        this.org = org;
        this.rows = new SetupRows(org, org.born());
    }

    void list() {
        FIELDS.forEach((object, field) -> {
            var parts = field.split("\\.");
            var values = org.schema().require(parts[0]).require(parts[1]).picklist();
            for (int i = 0; i < values.size(); i++) {
                rows.add(object, row(object, values.get(i), i));
            }
        });
    }

    private static Map<String, Object> row(String object, String value, int place) {
        var row = new HashMap<String, Object>(
                Map.of("MasterLabel", value, "ApiName", value, "SortOrder", place + 1, "IsDefault", place == 0));
        switch (object) {
            case "LeadStatus" -> row.put("IsConverted", value.equals("Closed - Converted"));
            case "TaskPriority" -> row.put("IsHighPriority", value.equals("High"));
            default -> row.put("IsClosed", value.equals("Closed") || value.equals("Completed"));
        }
        return row;
    }
}
