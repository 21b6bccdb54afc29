package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Rights.General;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.SetupRows;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Writes a permission set as metadata describes it; the other way round than {@link PermissionSetXml}. */
final class SetSource {
    private static final String SET = "PermissionSet";

    private final Org org;
    private final SetupRows rows;

    SetSource(Org org) {
        this.org = org;
        this.rows = new SetupRows(org, org.clock().instant());
    }

    /** The elements of a permission set, in alphabetical order, as the WSDL has them. */
    String of(Row set) {
        var xml = new StringBuilder();
        var description = rows.text(SET, set, "Description");
        if (!description.isEmpty()) {
            xml.append(Xml.elements(Map.of("description", description)));
        }
        xml.append(rights(set, "FieldPermissions", "Field", "fieldPermissions", "field", PermissionSetXml.FIELD_RIGHTS))
                .append(Xml.elements(Map.of("label", rows.text(SET, set, "Label"))))
                .append(license(set))
                .append(rights(
                        set,
                        "ObjectPermissions",
                        "SobjectType",
                        "objectPermissions",
                        "object",
                        PermissionSetXml.OBJECT_RIGHTS));
        for (var right : General.values()) {
            if (isTrue(SET, set, right.field())) {
                var name = right.field().substring("Permissions".length());
                xml.append("<userPermissions><enabled>true</enabled><name>")
                        .append(name)
                        .append("</name></userPermissions>");
            }
        }
        return xml.toString();
    }

    private String license(Row set) {
        var id = rows.text(SET, set, "LicenseId");
        return id.isEmpty()
                ? ""
                : Xml.elements(Map.of(
                        "license",
                        rows.text(
                                "UserLicense", org.table("UserLicense").find(id).orElseThrow(), "Name")));
    }

    private String rights(
            Row set, String object, String key, String element, String tag, Map<String, String> rightsByTag) {
        var xml = new StringBuilder();
        rows.find(object, row -> rows.text(object, row, "ParentId").equals(set.id())).stream()
                .sorted(Comparator.comparing(row -> rows.text(object, row, key)))
                .forEach(row -> {
                    var values = new TreeMap<String, Object>();
                    values.put(tag, rows.text(object, row, key));
                    rightsByTag.forEach((name, field) -> values.put(name, isTrue(object, row, field)));
                    xml.append('<').append(element).append('>').append(Xml.elements(values));
                    xml.append("</").append(element).append('>');
                });
        return xml.toString();
    }

    private boolean isTrue(String object, Row row, String field) {
        return Boolean.TRUE.equals(row.get(org.table(object).type().require(field)));
    }
}
