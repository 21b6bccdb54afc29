package io.fairpatch.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What a client of the REST API sends in XML, as the JSON that says the same; whatever the outermost element is called. */
final class XmlBody {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** What is a list even where it has one entry. */
    private static final String LIST = "records";

    private XmlBody() {}

    static JsonNode read(InputStream in) throws IOException {
        try {
            return members(Xml.read(in));
        } catch (ApiException e) {
            throw new ApiException(400, "XML_PARSER_ERROR", String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode members(Element element) {
        var members = NODES.objectNode();
        attributes(element, members);
        Xml.children(element).forEach(child -> add(members, child.getLocalName(), value(child)));
        return members;
    }

    private static JsonNode value(Element element) {
        if (Xml.isNil(element)) {
            return NODES.nullNode();
        }
        return Xml.firstChild(element).isEmpty() ? NODES.textNode(element.getTextContent()) : members(element);
    }

    private static void attributes(Element element, ObjectNode members) {
        for (var name : new String[] {"type", "referenceId"}) {
            if (element.hasAttribute(name)) {
                members.withObjectProperty("attributes").put(name, element.getAttribute(name));
            }
        }
    }

    private static void add(ObjectNode members, String name, JsonNode value) {
        var before = members.get(name);
        if (before instanceof ArrayNode list) {
            list.add(value);
        } else if (before == null && !name.equals(LIST)) {
            members.set(name, value);
        } else {
            var list = members.putArray(name);
            Stream.ofNullable(before).forEach(list::add);
            list.add(value);
        }
    }
}
