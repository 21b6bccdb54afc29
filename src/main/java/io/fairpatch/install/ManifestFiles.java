package io.fairpatch.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The project of {@code manifests/salesforce}, as packaged with this service. */
final class ManifestFiles {
    private static final String ROOT = "/manifests/salesforce/";
    private static final String SOURCE = ROOT + "force-app/main/default/";

    private ManifestFiles() {}

    /** Members by type, as package.xml lists them. */
    static Map<String, List<String>> members() {
        var members = new TreeMap<String, List<String>>();
        for (var types : Xml.children(Xml.parse(text(ROOT + "manifest/package.xml")), "types")) {
            members.put(
                    Xml.text(types, "name"),
                    Xml.children(types, "members").stream()
                            .map(member -> member.getTextContent().strip())
                            .toList());
        }
        return members;
    }

    static String field(String object, String name) {
        return text(SOURCE + "objects/" + object + "/fields/" + name + ".field-meta.xml");
    }

    static String object(String name) {
        return text(SOURCE + "objects/" + name + "/" + name + ".object-meta.xml");
    }

    static String permissionSet(String name) {
        return text(SOURCE + "permissionsets/" + name + ".permissionset-meta.xml");
    }

    /** A file of a Lightning component. */
    static String component(String name, String ending) {
        return text(SOURCE + "lwc/" + name + "/" + name + ending);
    }

    private static String text(String path) {
        try (InputStream in = ManifestFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The packaged file " + path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
