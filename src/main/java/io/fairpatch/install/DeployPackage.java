package io.fairpatch.install;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What is sent to the org, in the metadata format. The same content gives the same bytes.
 *
 * @param files path in the zip to text
 */
record DeployPackage(Map<String, String> files) {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";
    private static final String VERSION = "66.0";
    private static final LocalDateTime BEGINNING_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

    static DeployPackage of(Blueprint blueprint) {
        var files = new TreeMap<String, String>();
        var members = new TreeMap<String, List<String>>();
        blueprint.fields().stream()
                .collect(Collectors.groupingBy(FieldPart::object, TreeMap::new, Collectors.toList()))
                .forEach((object, fields) -> files.put("objects/" + object + ".object", object(object, fields)));
        blueprint.sets().forEach(set -> files.put("permissionsets/" + set.name() + ".permissionset", set.xml()));
        blueprint.components().forEach((path, text) -> files.put("lwc/" + path, text));
        members.put(
                "CustomField",
                blueprint.fields().stream().map(FieldPart::fullName).toList());
        members.put("CustomObject", blueprint.objects());
        members.put(
                "PermissionSet", blueprint.sets().stream().map(SetPart::name).toList());
        members.put(
                "LightningComponentBundle",
                blueprint.components().keySet().stream()
                        .map(path -> path.substring(0, path.indexOf('/')))
                        .distinct()
                        .toList());
        files.put("package.xml", list(members));
        return new DeployPackage(files);
    }

    /** Our own objects come whole; of a standard one only the fields. */
    private static String object(String name, List<FieldPart> fields) {
        var own = name.endsWith("__c")
                ? ManifestFiles.object(name).replaceAll("(?s)^.*?<CustomObject[^>]*>\\s*?\\n|</CustomObject>\\s*$", "")
                : "";
        return HEAD + "<CustomObject xmlns=\"" + NAMESPACE + "\">\n" + own
                + fields.stream().map(FieldPart::xml).collect(Collectors.joining()) + "</CustomObject>\n";
    }

    private static String list(Map<String, List<String>> members) {
        var xml = new StringBuilder(HEAD)
                .append("<Package xmlns=\"")
                .append(NAMESPACE)
                .append("\">\n");
        members.forEach((type, names) -> {
            if (!names.isEmpty()) {
                xml.append("    <types>\n");
                names.forEach(
                        name -> xml.append("        <members>").append(name).append("</members>\n"));
                xml.append("        <name>").append(type).append("</name>\n    </types>\n");
            }
        });
        return xml.append("    <version>")
                .append(VERSION)
                .append("</version>\n</Package>\n")
                .toString();
    }

    byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(BEGINNING_OF_ZIP);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
