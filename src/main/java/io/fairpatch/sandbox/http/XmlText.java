package io.fairpatch.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * JSON written as XML: a member becomes an element, a list one element an entry, {@code attributes} the attributes of
 * the element around them, and null an element that is nil.
 */
final class XmlText {
    private static final String NIL = " xsi:nil=\"true\"/>";
    private static final String XSI = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    private static final String LIST_END = "s";

    private final StringBuilder content = new StringBuilder();
    private final String root;
    private final JsonNode answer;

    XmlText(String root, JsonNode answer) {
        this.root = root;
        this.answer = answer;
        if (answer.isArray()) {
            answer.forEach(each -> element(root.substring(0, root.length() - LIST_END.length()), each));
        } else {
            inside(answer);
        }
    }

    @Override
    public String toString() {
        var open = root + (content.indexOf(NIL) < 0 ? "" : XSI) + attributes(answer);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><" + open + ">" + content + "</" + root + ">";
    }

    private void element(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(each -> element(name, each));
            return;
        }
        content.append('<').append(name);
        if (value.isNull()) {
            content.append(NIL);
            return;
        }
        content.append(attributes(value)).append('>');
        inside(value);
        content.append("</").append(name).append('>');
    }

    private void inside(JsonNode value) {
        if (!value.isObject()) {
            content.append(Xml.escape(value.asText()));
            return;
        }
        value.properties().forEach(member -> {
            if (!member.getKey().equals("attributes")) {
                element(member.getKey(), member.getValue());
            }
        });
    }

    private static String attributes(JsonNode value) {
        var text = new StringBuilder();
        value.path("attributes").properties().forEach(each -> text.append(' ')
                .append(each.getKey())
                .append("=\"")
                .append(Xml.escape(each.getValue().asText()).replace("\"", "&quot;"))
                .append('"'));
        return text.toString();
    }
}
