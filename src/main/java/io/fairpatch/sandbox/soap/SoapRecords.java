package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Addresses;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Records as the partner API writes them: any object's, told apart by a type element. */
final class SoapRecords {
    private static final String OPEN = "<%s xsi:type=\"sf:sObject\"><sf:type>%s</sf:type>%s";
    private static final List<String> WHERE_ON_EARTH = List.of("latitude", "longitude");
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
        return of(name, new Place(row, row, 0), columns, more);
    }

    /**
     * A record found for a row: the row itself or, that many lookups away, a parent.
     *
     * @param row what the columns start from
     */
    private record Place(Row row, Row found, int depth) {
        boolean has(FieldPath column) {
            return column.hops().size() == depth;
        }
    }

    private String of(String name, Place place, List<FieldPath> columns, String more) {
        var own = columns.stream().filter(place::has).toList();
        boolean withId = own.stream().anyMatch(column -> column.field().name().equals("Id"));
        var xml = new StringBuilder(
                OPEN.formatted(name, type(place.found()).name(), withId ? id(place.found()) : NIL_ID));
        own.forEach(column -> xml.append(
                column.field().type() == FieldType.ADDRESS
                        ? address(column, place.found())
                        : value(column, place.row())));
        var parents = new LinkedHashMap<String, List<FieldPath>>();
        columns.stream().filter(column -> !place.has(column)).forEach(column -> {
            var hop = Objects.requireNonNull(column.hops().get(place.depth()).relationshipName());
            parents.computeIfAbsent(hop, absent -> new ArrayList<>()).add(column);
        });
        parents.forEach((hop, paths) -> xml.append(parent(hop, place, paths)));
        return xml.append(more).append("</").append(name).append('>').toString();
    }

    private String parent(String hop, Place place, List<FieldPath> paths) {
        int depth = place.depth() + 1;
        var way = paths.get(0).hops().subList(0, depth);
        var found = new FieldPath(org, way, way.get(depth - 1)).parent(place.row());
        var name = "sf:" + hop;
        return found == null
                ? "<" + name + " xsi:nil=\"true\"/>"
                : of(name, new Place(place.row(), found, depth), paths, "");
    }

    private static String id(Row row) {
        return "<sf:Id>" + row.id() + "</sf:Id>";
    }

    /** An address in the order of the WSDL: first where it is on earth. */
    private String address(FieldPath column, Row row) {
        var name = "sf:" + column.label();
        var parts = Addresses.parts(row, type(row), column.field());
        if (parts == null) {
            return "<" + name + " xsi:nil=\"true\"/>";
        }
        var ordered = new LinkedHashMap<String, @Nullable Object>();
        WHERE_ON_EARTH.forEach(part -> ordered.put(part, parts.remove(part)));
        ordered.putAll(parts);
        return "<%1$s xsi:type=\"address\">%2$s</%1$s>".formatted(name, Xml.elements(ordered));
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
