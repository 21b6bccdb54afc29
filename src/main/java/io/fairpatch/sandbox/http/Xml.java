package io.fairpatch.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** XML in and out. */
public final class Xml {
    private Xml() {}

    /** The root element of a document; document types are refused. */
    public static Element read(InputStream in) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(in).getDocumentElement();
        } catch (SAXException e) {
            throw new ApiException(400, "InvalidXml", String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML parser", e);
        }
    }

    /** The first element below this one, at any depth, with this local name. */
    public static Optional<Element> find(Element element, String name) {
        return Optional.ofNullable(
                (Element) element.getElementsByTagNameNS("*", name).item(0));
    }

    /** The text of the first element with this local name; empty when there is none. */
    public static Optional<String> text(Element element, String name) {
        return find(element, name).map(Node::getTextContent).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The elements below this one, at any depth, with this local name. */
    public static List<Element> descendants(Element element, String name) {
        var found = new ArrayList<Element>();
        var nodes = element.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /** The elements directly below this one, in order. */
    public static List<Element> children(Element element) {
        var found = new ArrayList<Element>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element each) {
                found.add(each);
            }
        }
        return found;
    }

    /** The elements directly below this one with this local name, in order. */
    public static List<Element> children(Element element, String name) {
        return children(element).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** The text of the first element directly below this one with this local name; empty when there is none. */
    public static Optional<String> childText(Element element, String name) {
        return children(element, name).stream()
                .findFirst()
                .map(child -> child.getTextContent().strip())
                .filter(text -> !text.isEmpty());
    }

    /** The first element directly below this one. */
    public static Optional<Element> firstChild(Element element) {
        return children(element).stream().findFirst();
    }

    /** Whether an element stands for no value. */
    public static boolean isNil(Element element) {
        return element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil")
                .matches("true|1");
    }

    /** Elements with these names and texts, in order; null becomes a nil element. */
    public static String elements(Map<String, ? extends @Nullable Object> values) {
        return values.entrySet().stream()
                .map(entry -> element(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String element(String name, @Nullable Object value) {
        return value == null
                ? "<" + name + " xsi:nil=\"true\"/>"
                : "<" + name + ">" + escape(value.toString()) + "</" + name + ">";
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
