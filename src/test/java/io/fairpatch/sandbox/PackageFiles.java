package io.fairpatch.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of packages to deploy. */
final class PackageFiles {
    static final String FIELD =
            "<fields><fullName>Territory__c</fullName><label>Territory</label><type>Text</type><length>80</length></fields>";

    private PackageFiles() {}

    /** An account's field and a permission set that lets see it. */
    static Map<String, String> files(String field) {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "package.xml",
                xml(
                        "Package",
                        "<types><members>Account.Territory__c</members><name>CustomField</name></types>"
                                + "<types><members>Reps</members><name>PermissionSet</name></types>"));
        files.put("objects/Account.object", xml("CustomObject", field));
        files.put(
                "permissionsets/Reps.permissionset",
                xml(
                        "PermissionSet",
                        "<label>Reps</label><fieldPermissions><editable>true</editable>"
                                + "<field>Account.Territory__c</field><readable>true</readable></fieldPermissions>"));
        return files;
    }

    static String packageXml(String members, String type) {
        return xml("Package", "<types>" + members + "<name>" + type + "</name></types>");
    }

    static String xml(String root, String content) {
        return "<%1$s xmlns=\"http://soap.sforce.com/2006/04/metadata\">%2$s</%1$s>".formatted(root, content);
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(zipped)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zipped.toByteArray();
    }

    static Map<String, String> unzip(String base64) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
