package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Rights.General;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * A permission set as a package describes it.
 *
 * @param values of the permission set itself, by field
 * @param fields by name of the field, for example Account.Rating: values of FieldPermissions
 * @param objects by name of the object: values of ObjectPermissions
 */
record PermissionSetXml(
        String name,
        Map<String, @Nullable Object> values,
        Map<String, Map<String, Object>> fields,
        Map<String, Map<String, Object>> objects) {
    static final Map<String, String> OBJECT_RIGHTS = Map.of(
            "allowCreate", "PermissionsCreate",
            "allowRead", "PermissionsRead",
            "allowEdit", "PermissionsEdit",
            "allowDelete", "PermissionsDelete",
            "viewAllRecords", "PermissionsViewAllRecords",
            "modifyAllRecords", "PermissionsModifyAllRecords");
    static final Map<String, String> FIELD_RIGHTS =
            Map.of("readable", "PermissionsRead", "editable", "PermissionsEdit");

    static PermissionSetXml read(Org org, String name, Element xml) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("Name", name);
        values.put("Label", Xml.childText(xml, "label").orElse(name));
        values.put("Description", Xml.childText(xml, "description").orElse(null));
        values.put("IsCustom", true);
        values.put("Type", "Regular");
        values.put("LicenseId", license(org, xml));
        for (var right : General.values()) {
            values.put(right.field(), false);
        }
        for (var permission : Xml.children(xml, "userPermissions")) {
            var field = "Permissions" + Xml.childText(permission, "name").orElse("");
            if (org.table("PermissionSet").type().field(field).isPresent()) {
                values.put(
                        field, Xml.childText(permission, "enabled").orElse("").equals("true"));
            }
        }
        return new PermissionSetXml(
                name,
                values,
                rights(xml, "fieldPermissions", "field", FIELD_RIGHTS),
                rights(xml, "objectPermissions", "object", OBJECT_RIGHTS));
    }

    private static @Nullable Object license(Org org, Element xml) {
        var wanted = Xml.childText(xml, "license");
        if (wanted.isEmpty()) {
            return null;
        }
        var table = org.table("UserLicense");
        var field = table.type().require("Name");
        return table.rows().stream()
                .filter(row -> row.text(field).equals(wanted.get()))
                .findFirst()
                .orElseThrow(() ->
                        new ComponentException("In field: license - no UserLicense named " + wanted.get() + " found"))
                .id();
    }

    private static Map<String, Map<String, Object>> rights(
            Element xml, String element, String key, Map<String, String> names) {
        var rights = new TreeMap<String, Map<String, Object>>();
        for (var permission : Xml.children(xml, element)) {
            var values = new HashMap<String, Object>();
            names.forEach((tag, field) ->
                    values.put(field, Xml.childText(permission, tag).orElse("").equals("true")));
            rights.put(Xml.childText(permission, key).orElse(""), values);
        }
        return rights;
    }
}
