package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.soql.BoundQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the org would carry out a query: by the ids it names, or by looking at every record. */
final class Explain {
    /** What looking at every record costs; a plan above 1 is not selective. */
    private static final double SCAN = 2.8;

    private Explain() {}

    static Map<String, Object> of(BoundQuery query) {
        var table = query.table();
        var type = table.type().name();
        int all = table.size();
        boolean byId = query.namesIds();
        int found = query.rows(false).size();
        var plan = new LinkedHashMap<String, Object>();
        plan.put("cardinality", found);
        plan.put("fields", byId ? List.of("Id") : List.of());
        plan.put("leadingOperationType", byId ? "Index" : "TableScan");
        plan.put("notes", byId ? List.of() : List.of(note(type)));
        plan.put("relativeCost", byId ? found / (double) Math.max(1, all) : SCAN);
        plan.put("sobjectCardinality", all);
        plan.put("sobjectType", type);
        return Json.object("plans", List.of(plan), "sourceQuery", query.text());
    }

    private static Map<String, Object> note(String type) {
        return Json.object(
                "description",
                "Not considering filter for optimization because unindexed",
                "fields",
                List.of("IsDeleted"),
                "tableEnumOrId",
                type);
    }
}
