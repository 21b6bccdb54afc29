package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads records by id through the sObject Collections resource. Thread-safe. */
final class RecordReads {
    private static final int MOST_IDS = 200;

    private final RestApi rest;
    private final Retries retries;

    RecordReads(RestApi rest, Retries retries) {
        this.rest = rest;
        this.retries = retries;
    }

    List<OrgRecord> read(String object, Collection<String> ids, List<String> fields) {
        var all = List.copyOf(ids);
        var records = new ArrayList<OrgRecord>(all.size());
        for (int from = 0; from < all.size(); from += MOST_IDS) {
            var chunk = all.subList(from, Math.min(all.size(), from + MOST_IDS));
            records.addAll(retries.repeat(() -> readChunk(object, chunk, fields)));
        }
        return records;
    }

    /** A POST, since 200 ids don't fit into a URL; it changes nothing. */
    private List<OrgRecord> readChunk(String object, List<String> ids, List<String> fields) {
        var wanted = fields.contains("Id") ? fields : plusId(fields);
        var body = Json.write(Map.of("ids", ids, "fields", wanted));
        var answer = rest.send(Call.json("POST", rest.path("/composite/sobjects/" + object), body));
        var records = new ArrayList<OrgRecord>(ids.size());
        for (JsonNode node : answer) {
            if (node.path("Id").isTextual()) {
                records.add(record(node, fields));
            }
        }
        return records;
    }

    private static List<String> plusId(List<String> fields) {
        var wanted = new ArrayList<String>(fields.size() + 1);
        wanted.add("Id");
        wanted.addAll(fields);
        return wanted;
    }

    private static OrgRecord record(JsonNode node, List<String> fields) {
        var values = new HashMap<String, String>();
        for (String field : fields) {
            var text = FieldText.of(node.path(field));
            if (!text.isEmpty()) {
                values.put(field, text);
            }
        }
        return new OrgRecord(SalesforceId.of(node.path("Id").asText()), values);
    }
}
