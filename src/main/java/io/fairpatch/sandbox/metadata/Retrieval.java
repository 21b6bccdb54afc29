package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.Xml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what a list of components names into the files of a package. */
final class Retrieval {
    private static final String FOLDER = "unpackaged/";

    private final Sources sources;
    private final MetadataList list;
    private final Map<String, byte[]> kept;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Map<String, Object>> found = new ArrayList<>();
    private final List<Map<String, Object>> messages = new ArrayList<>();

    /** @param kept what was deployed and is only kept, by path */
    Retrieval(Sources sources, MetadataList list, Map<String, byte[]> kept) {
        this.sources = sources;
        this.list = list;
        this.kept = kept;
    }

    /** Files of the package by path, with package.xml; a component that is not there leaves a message. */
    void collect(PackageList wanted, String version) {
        wanted.members().forEach(this::collect);
        file("package.xml", Sources.document("Package", wanted.xml() + Xml.elements(Map.of("version", version))));
    }

    private void collect(String type, Set<String> names) {
        var there = list.of(type, kept.keySet());
        for (var name : names) {
            var matching = there.stream()
                    .filter(entry -> name.equals("*") || name.equals(entry.get("fullName")))
                    .toList();
            if (!matching.isEmpty()) {
                matching.forEach(entry -> add(type, entry));
            } else if (type.equals("CustomField") && sources.isListed(name)) {
                add(type, list.field(name));
            } else if (!name.equals("*")) {
                message(type, name);
            }
        }
    }

    private void add(String type, Map<String, Object> entry) {
        var name = String.valueOf(entry.get("fullName"));
        var path = String.valueOf(entry.get("fileName"));
        var properties = new LinkedHashMap<>(entry);
        properties.put("fileName", FOLDER + path);
        found.add(properties);
        if (type.equals("CustomField")) {
            var parts = name.split("\\.", 2);
            var others = found.stream()
                    .map(each -> String.valueOf(each.get("fullName")))
                    .filter(each -> each.startsWith(parts[0] + "."))
                    .map(each -> each.substring(parts[0].length() + 1))
                    .toList();
            sources.fields(parts[0], others)
                    .filter(xml -> !whole(parts[0]))
                    .ifPresent(xml -> file(path, Sources.document("CustomObject", xml)));
            return;
        }
        sources.of(type, name).ifPresent(xml -> file(path, Sources.document(type, xml)));
        MetadataType.named(type)
                .ifPresent(kind -> kept.forEach((keptPath, content) -> {
                    var parts = keptPath.split("/");
                    if (parts[0].equals(kind.folder()) && Deployer.nameOf(parts).equals(name)) {
                        files.put(keptPath, content);
                    }
                }));
    }

    /** Whether the object itself was named, whose file holds all of its fields. */
    private boolean whole(String object) {
        return found.stream()
                .anyMatch(each -> "CustomObject".equals(each.get("type")) && object.equals(each.get("fullName")));
    }

    private void message(String type, String name) {
        messages.add(Map.of(
                "fileName",
                FOLDER + "package.xml",
                "problem",
                "Entity of type '%s' named '%s' cannot be found".formatted(type, name)));
    }

    private void file(String path, String content) {
        files.put(path, text(content));
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    List<Map<String, Object>> found() {
        return found;
    }

    List<Map<String, Object>> messages() {
        return messages;
    }

    byte[] zip() throws IOException {
        return ZipFiles.write(FOLDER, files);
    }
}
