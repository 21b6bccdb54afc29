package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.org.LinkWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes and deletes records through the sObject Collections resource, each row for itself. Thread-safe. */
final class LinkRecords implements LinkWriter {
    private final RestApi rest;
    private final Retries retries;

    LinkRecords(RestApi rest, Retries retries) {
        this.rest = rest;
        this.retries = retries;
    }

    @Override
    public List<Answer> insert(String object, List<Map<String, String>> rows) {
        List<Map<String, Object>> records =
                rows.stream().map(row -> record(object, row)).toList();
        String body = Json.write(Map.of("allOrNone", false, "records", records));
        return answers(Call.json("POST", rest.path("/composite/sobjects"), body));
    }

    @Override
    public List<Answer> delete(List<String> ids) {
        return answers(Call.delete(rest.path("/composite/sobjects?allOrNone=false&ids=" + String.join(",", ids))));
    }

    private static Map<String, Object> record(String object, Map<String, String> row) {
        Map<String, Object> record = new HashMap<>(row);
        record.put("attributes", Map.of("type", object));
        return record;
    }

    private List<Answer> answers(Call call) {
        var answers = new ArrayList<Answer>();
        retries.onlyOnce(() -> {
            answers.clear();
            rest.send(call).forEach(line -> answers.add(answer(line)));
        });
        return List.copyOf(answers);
    }

    private static Answer answer(JsonNode line) {
        if (line.path("success").asBoolean()) {
            return new Answer(null, null);
        }
        JsonNode error = line.path("errors").path(0);
        return new Answer(error.path("statusCode").asText("UNKNOWN"), text(error.path("message")));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
