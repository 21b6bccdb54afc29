package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What package.xml or destructiveChanges.xml names: members by type. */
record PackageList(Map<String, Set<String>> members) {
    static PackageList read(byte @Nullable [] xml) throws IOException {
        return xml == null ? new PackageList(Map.of()) : of(Xml.read(new ByteArrayInputStream(xml)));
    }

    /** Reads the element that holds the types. */
    static PackageList of(Element list) {
        var members = new LinkedHashMap<String, Set<String>>();
        for (var types : Xml.children(list, "types")) {
            var names = members.computeIfAbsent(Xml.childText(types, "name").orElse(""), name -> new LinkedHashSet<>());
            Xml.children(types, "members")
                    .forEach(member -> names.add(member.getTextContent().strip()));
        }
        return new PackageList(members);
    }

    /** The types as a package lists them. */
    String xml() {
        var xml = new StringBuilder();
        members.forEach((type, names) -> {
            xml.append("<types>");
            names.forEach(name -> xml.append(Xml.elements(Map.of("members", name))));
            xml.append(Xml.elements(Map.of("name", type))).append("</types>");
        });
        return xml.toString();
    }

    /** As {@link #read}; a package must have one. */
    static PackageList require(byte @Nullable [] xml) throws IOException {
        if (xml == null) {
            throw new ApiException(400, "INVALID_PACKAGE", "No package.xml found");
        }
        return read(xml);
    }

    boolean names(String type, String fullName) {
        var named = members.getOrDefault(type, Set.of());
        return named.contains(fullName) || named.contains("*");
    }
}
