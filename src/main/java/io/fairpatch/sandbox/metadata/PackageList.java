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

/** What package.xml or destructiveChanges.xml names: members by type. */
record PackageList(Map<String, Set<String>> members) {
    static PackageList read(byte @Nullable [] xml) throws IOException {
        var members = new LinkedHashMap<String, Set<String>>();
        if (xml != null) {
            for (var types : Xml.children(Xml.read(new ByteArrayInputStream(xml)), "types")) {
                var names =
                        members.computeIfAbsent(Xml.childText(types, "name").orElse(""), name -> new LinkedHashSet<>());
                Xml.children(types, "members")
                        .forEach(member -> names.add(member.getTextContent().strip()));
            }
        }
        return new PackageList(members);
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
