package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Records as the partner API writes them: any object's, told apart by a type element. */
final class SoapRecords {
    private static final String OPEN = "<%s xsi:type=\"sf:sObject\"><sf:type>%s</sf:type>%s";
    private static final String NIL_ID = "<sf:Id xsi:nil=\"true\"/>";

    private final Org org;

    SoapRecords(Org org) {
        this.org = org;
    }

    /** The record under this element name. As in a real org the id comes first, and again where it was asked for. */
    String of(String name, Row row, List<FieldPath> columns) {
        return of(name, row, columns, "");
    }

    /** @param more what follows the fields */
    String of(String name, Row row, List<FieldPath> columns, String more) {
        boolean withId = columns.stream().anyMatch(column -> column.name().equals("Id"));
        var xml = new StringBuilder(OPEN.formatted(name, type(row).name(), withId ? id(row) : NIL_ID));
        var parents = new LinkedHashMap<String, List<FieldPath>>();
        for (var column : columns) {
            if (column.hops().isEmpty()) {
                xml.append(value(column, row));
            } else {
                var hop = Objects.requireNonNull(column.hops().get(0).relationshipName());
                parents.computeIfAbsent(hop, absent -> new ArrayList<>()).add(column);
            }
        }
        parents.forEach((hop, paths) -> xml.append(parent(hop, row, paths)));
        return xml.append(more).append("</").append(name).append('>').toString();
    }

    private String parent(String hop, Row row, List<FieldPath> paths) {
        var link = paths.get(0).hops().get(0);
        var found = new FieldPath(org, List.of(link), link).parent(row);
        var name = "sf:" + hop;
        if (found == null) {
            return "<" + name + " xsi:nil=\"true\"/>";
        }
        var type = type(found);
        var inner = paths.stream()
                .map(path ->
                        new FieldPath(org, path.hops().subList(1, path.hops().size()), path.field()))
                .flatMap(path -> path.hops().isEmpty()
                        ? type.field(path.field().name()).stream().map(own -> new FieldPath(org, List.of(), own))
                        : Stream.of(path))
                .toList();
        return of(name, found, inner);
    }

    private static String id(Row row) {
        return "<sf:Id>" + row.id() + "</sf:Id>";
    }

    private static String value(FieldPath column, Row row) {
        var value = column.value(row);
        var shown = column.asWanted(Values.json(column.field(), value));
        var text = column.isFormatted() ? Objects.toString(shown, null) : Values.text(column.field(), value);
        var name = "sf:" + column.label();
        return text == null
                ? "<" + name + " xsi:nil=\"true\"/>"
                : "<" + name + ">" + Xml.escape(text) + "</" + name + ">";
    }

    private ObjectType type(Row row) {
        return org.schema().ofId(row.id()).orElseThrow();
    }

    /** A record as a client sent it: its object. */
    ObjectType typeOf(Element sObject) {
        var name = Xml.childText(sObject, "type").orElseGet(() -> {
            var typed = sObject.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
            return typed.substring(typed.indexOf(':') + 1);
        });
        return org.schema()
                .object(name)
                .orElseThrow(
                        () -> new ApiException(500, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    /** A record as a client sent it: text by field; null for what is to be cleared. What is nil is not said. */
    static Map<String, @Nullable String> values(Element sObject) {
        var values = new LinkedHashMap<String, @Nullable String>();
        for (var child : Xml.children(sObject)) {
            var name = child.getLocalName();
            if (Xml.isNil(child)) {
                continue;
            }
            if (name.equals("fieldsToNull")) {
                values.put(child.getTextContent().strip(), null);
            } else if (Xml.firstChild(child).isPresent()) {
                var parent =
                        Xml.childText(child, "type").map(type -> type + ":").orElse("") + name + ".";
                values(child).forEach((key, value) -> values.put(parent + key, value));
            } else if (!name.equals("type") && !name.equals("Id")) {
                values.put(name, child.getTextContent());
            }
        }
        return values;
    }

    static @Nullable String idOf(Element sObject) {
        return Xml.childText(sObject, "Id").orElse(null);
    }
}
