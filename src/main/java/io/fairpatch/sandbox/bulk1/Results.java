package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.bulk.CsvOut;
import io.fairpatch.sandbox.bulk.Dialect;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Outcome;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.RowError;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.rest.RecordJson;
import io.fairpatch.sandbox.soql.FieldPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The results of a batch in what the job's batches are written in. */
final class Results {
    private static final String NONE = "Records not found for this query";

    private final Content.Format format;

    Results(Content.Format format) {
        this.format = format;
    }

    /** The fates of rows, in the order they were sent. */
    String ofWrites(List<Outcome> outcomes) throws IOException {
        return switch (format) {
            case CSV ->
                csv(
                        List.of("Id", "Success", "Created", "Error"),
                        outcomes.stream().map(Results::line).toList());
            case JSON -> Json.text(outcomes.stream().map(Results::json).toList());
            case XML ->
                Replies.document("results", outcomes.stream().map(Results::xml).collect(Collectors.joining()));
        };
    }

    /** The records that a query found. */
    String ofQuery(List<Row> rows, List<FieldPath> columns, RecordJson records) throws IOException {
        return switch (format) {
            case CSV ->
                rows.isEmpty()
                        ? NONE
                        : csv(
                                columns.stream().map(FieldPath::name).toList(),
                                rows.stream().map(row -> line(row, columns)).toList());
            case JSON ->
                Json.text(rows.stream().map(row -> records.of(row, columns)).toList());
            case XML ->
                Replies.document(
                        "queryResult",
                        rows.stream()
                                .map(row -> record("records", records.of(row, columns)))
                                .collect(Collectors.joining()));
        };
    }

    private static String csv(List<String> header, List<? extends List<? extends @Nullable String>> lines)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        var csv = new CsvOut(bytes, Dialect.DEFAULT);
        csv.line(header);
        for (var line : lines) {
            csv.line(line);
        }
        csv.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> line(Row row, List<FieldPath> columns) {
        return columns.stream()
                .map(column -> Objects.requireNonNullElse(Values.text(column.field(), column.value(row)), ""))
                .toList();
    }

    private static List<@Nullable String> line(Outcome outcome) {
        var error = outcome.error();
        return Arrays.asList(
                outcome.success() ? outcome.id() : "",
                String.valueOf(outcome.success()),
                String.valueOf(outcome.created()),
                error == null ? "" : error.bulkText());
    }

    private static Map<String, @Nullable Object> json(Outcome outcome) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("success", outcome.success());
        answer.put("created", outcome.created());
        answer.put("id", outcome.success() ? outcome.id() : null);
        answer.put("errors", outcome.error() == null ? List.of() : List.of(json(outcome.error())));
        return answer;
    }

    private static Map<String, @Nullable Object> json(RowError error) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("message", error.message());
        answer.put("fields", error.fields());
        answer.put("statusCode", error.statusCode());
        answer.put("extendedErrorDetails", null);
        return answer;
    }

    private static String xml(Outcome outcome) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (outcome.success()) {
            values.put("id", outcome.id());
        }
        values.put("success", outcome.success());
        values.put("created", outcome.created());
        var error = outcome.error() == null ? "" : xml(outcome.error());
        return "<result>" + error + Xml.elements(values) + "</result>";
    }

    private static String xml(RowError error) {
        var fields = error.fields().stream()
                .map(field -> Xml.elements(Map.of("fields", field)))
                .collect(Collectors.joining());
        var rest = Xml.elements(Map.of("message", error.message()))
                + Xml.elements(Map.of("statusCode", error.statusCode()));
        return "<errors>" + fields + rest + "</errors>";
    }

    private static String record(String name, Map<?, ?> record) {
        var content = new StringBuilder();
        record.forEach((key, value) -> {
            if (key.equals("attributes")) {
                content.append(Xml.elements(Map.of("type", ((Map<?, ?>) value).get("type"))));
            } else if (value instanceof Map<?, ?> parent) {
                content.append(record(key.toString(), parent));
            } else {
                var single = new LinkedHashMap<String, @Nullable Object>();
                single.put(key.toString(), value);
                content.append(Xml.elements(single));
            }
        });
        return "<%1$s xsi:type=\"sObject\">%2$s</%1$s>".formatted(name, content);
    }
}
