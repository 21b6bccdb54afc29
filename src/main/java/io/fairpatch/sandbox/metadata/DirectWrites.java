package io.fairpatch.sandbox.metadata;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairpatch.sandbox.http.Xml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Components that are made, changed and deleted one by one: each is a package of its own. */
public final class DirectWrites {
    private static final String ABSENT = "INVALID_CROSS_REFERENCE_KEY";

    private final Deployments deployments;

    public DirectWrites(Deployments deployments) {
        this.deployments = deployments;
    }

    /** What is to be done with a component. */
    public enum Verb {
        CREATE,
        UPDATE,
        UPSERT
    }

    /**
     * What came of one component.
     *
     * @param code of the refusal; null when it was done
     */
    public record Written(String fullName, boolean created, @Nullable String code, String message) {
        static Written refused(String fullName, String code, String message) {
            return new Written(fullName, false, code, message);
        }
    }

    /** Makes or changes the component that the element describes. */
    public Written write(Verb verb, Element component, String userId) throws IOException {
        var type = component
                .getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type")
                .replaceFirst(".*:", "");
        var fullName = Xml.childText(component, "fullName").orElse("");
        boolean known = deployments.read(type, fullName).isPresent();
        if (known && verb == Verb.CREATE) {
            return Written.refused(
                    fullName,
                    "DUPLICATE_DEVELOPER_NAME",
                    "There is already a component of type %s named %s.".formatted(type, fullName));
        }
        if (!known && verb == Verb.UPDATE) {
            return absent(type, fullName);
        }
        var files = file(type, fullName, component);
        if (files.isEmpty()) {
            return Written.refused(fullName, "INVALID_TYPE", "The sandbox writes no single component of type " + type);
        }
        files.put("package.xml", list(type, fullName));
        return deploy(files, fullName, !known, userId);
    }

    /** Deletes a component. */
    public Written delete(String type, String fullName, String userId) throws IOException {
        if (deployments.read(type, fullName).isEmpty()) {
            return absent(type, fullName);
        }
        var files = new LinkedHashMap<String, String>();
        files.put("package.xml", Sources.document("Package", ""));
        files.put("destructiveChanges.xml", list(type, fullName));
        return deploy(files, fullName, false, userId);
    }

    private Written deploy(Map<String, String> files, String fullName, boolean created, String userId)
            throws IOException {
        var zip = new LinkedHashMap<String, byte[]>();
        files.forEach((path, text) -> zip.put(path, text.getBytes(StandardCharsets.UTF_8)));
        var options = JsonNodeFactory.instance.objectNode().put("rollbackOnError", true);
        return deployments
                .deployNow(ZipFiles.write("", zip), options, userId)
                .map(problem -> Written.refused(fullName, "FIELD_INTEGRITY_EXCEPTION", problem))
                .orElseGet(() -> new Written(fullName, created, null, ""));
    }

    private static Written absent(String type, String fullName) {
        return Written.refused(fullName, ABSENT, "In field: fullName - no %s named %s found".formatted(type, fullName));
    }

    /** The file that a package would hold the component in; none for kinds that are not written one by one. */
    private static Map<String, String> file(String type, String fullName, Element component) {
        var files = new LinkedHashMap<String, String>();
        switch (type) {
            case "CustomObject" ->
                files.put("objects/" + fullName + ".object", Sources.document(type, content(component)));
            case "CustomField" -> {
                int dot = fullName.indexOf('.');
                var field = content(component)
                        .replace(
                                Xml.elements(Map.of("fullName", fullName)),
                                Xml.elements(Map.of("fullName", fullName.substring(dot + 1))));
                files.put(
                        "objects/" + fullName.substring(0, Math.max(0, dot)) + ".object",
                        Sources.document("CustomObject", "<fields>" + field + "</fields>"));
            }
            case "PermissionSet" ->
                files.put("permissionsets/" + fullName + ".permissionset", Sources.document(type, content(component)));
            default -> {
                // no file
            }
        }
        return files;
    }

    private static String list(String type, String fullName) {
        var member = Xml.elements(Map.of("members", fullName)) + Xml.elements(Map.of("name", type));
        return Sources.document("Package", "<types>" + member + "</types><version>66.0</version>");
    }

    private static String content(Element element) {
        var children = Xml.children(element);
        return children.isEmpty()
                ? Xml.escape(element.getTextContent())
                : children.stream()
                        .map(child -> "<%1$s>%2$s</%1$s>".formatted(child.getLocalName(), content(child)))
                        .collect(Collectors.joining());
    }
}
