package io.fairpatch.sandbox.bulk1;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.bulk.BatchException;
import io.fairpatch.sandbox.bulk.Dialect;
import io.fairpatch.sandbox.bulk.RowBatch;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.LinkedKeys;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.schema.FieldType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What the rows of a batch mean, whatever they are written in. */
final class SentRows {
    private final XmlJob job;
    private final Kind kind;

    SentRows(XmlJob job, Kind kind) {
        this.job = job;
        this.kind = kind;
    }

    List<Write> read(byte[] rows) throws IOException, BatchException {
        return switch (job.content().format()) {
            case CSV -> csv(rows);
            case JSON -> writes(json(rows));
            case XML -> writes(xml(rows));
        };
    }

    private List<Write> csv(byte[] rows) throws BatchException {
        var batch = RowBatch.read(unix(rows), Dialect.DEFAULT, kind, job.type(), job.keyField());
        return IntStream.range(0, batch.size()).mapToObj(batch::write).toList();
    }

    /** Version 1.0 takes any line ending. */
    private static byte[] unix(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }

    private List<Write> writes(List<Map<String, @Nullable String>> rows) throws BatchException {
        var writes = new ArrayList<Write>();
        for (var row : rows) {
            writes.add(write(row));
        }
        return writes;
    }

    private Write write(Map<String, @Nullable String> row) throws BatchException {
        String id = null;
        var values = new LinkedHashMap<String, @Nullable String>();
        for (var entry : row.entrySet()) {
            var name = entry.getKey();
            var field = LinkedKeys.lookup(job.type(), name)
                    .or(() -> job.type().field(name))
                    .orElseThrow(() -> BatchException.invalid("Field name not found : " + name));
            if (field.type() == FieldType.ID) {
                id = entry.getValue();
            } else {
                values.put(name, entry.getValue());
            }
        }
        return new Write(kind, job.type(), id, values, job.keyField());
    }

    private static List<Map<String, @Nullable String>> json(byte[] rows) throws IOException, BatchException {
        JsonNode list;
        try {
            list = Json.read(new ByteArrayInputStream(rows));
        } catch (ApiException e) {
            throw BatchException.unreadable(String.valueOf(e.getMessage()));
        }
        var all = new ArrayList<Map<String, @Nullable String>>();
        list.forEach(record -> {
            var values = new LinkedHashMap<String, @Nullable String>();
            put(values, "", record);
            all.add(values);
        });
        return all;
    }

    private static void put(Map<String, @Nullable String> values, String path, JsonNode record) {
        record.properties().stream()
                .filter(entry -> !entry.getKey().equals("attributes"))
                .forEach(entry -> {
                    var value = entry.getValue();
                    if (value.isObject()) {
                        put(values, path + entry.getKey() + ".", value);
                    } else {
                        values.put(path + entry.getKey(), value.isNull() ? null : value.asText());
                    }
                });
    }

    private static List<Map<String, @Nullable String>> xml(byte[] rows) throws IOException, BatchException {
        try {
            return Xml.children(Xml.read(new ByteArrayInputStream(rows)), "sObject").stream()
                    .map(record -> {
                        var values = new LinkedHashMap<String, @Nullable String>();
                        put(values, "", record);
                        return (Map<String, @Nullable String>) values;
                    })
                    .toList();
        } catch (ApiException e) {
            throw BatchException.invalid("Failed to parse XML. " + e.getMessage());
        }
    }

    private static void put(Map<String, @Nullable String> values, String path, Element record) {
        for (var child : Xml.children(record)) {
            var name = path + child.getLocalName();
            var parent = Xml.children(child, "sObject");
            if (!parent.isEmpty()) {
                put(values, name + ".", parent.get(0));
            } else if (!child.getLocalName().equals("type")) {
                values.put(name, isNil(child) ? null : child.getTextContent());
            }
        }
    }

    private static boolean isNil(Element element) {
        return element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil")
                .matches("true|1");
    }
}
