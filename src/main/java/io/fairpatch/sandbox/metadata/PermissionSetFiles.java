package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.metadata.Component.Effect;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.SetupRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.w3c.dom.Element;

/** The files of permission sets in a package. */
final class PermissionSetFiles {
    private final Org org;
    private final SetupRows rows;
    private final ObjectFiles objects;

    PermissionSetFiles(Org org, SetupRows rows, ObjectFiles objects) {
        this.org = org;
        this.rows = rows;
        this.objects = objects;
    }

    Component read(String file, byte[] content) throws IOException {
        var name = file.substring(file.indexOf('/') + 1).replaceFirst("\\.permissionset$", "");
        var xml = Xml.read(new ByteArrayInputStream(content));
        try {
            var wanted = PermissionSetXml.read(org, name, xml);
            Xml.children(xml, "fieldPermissions").forEach(this::checkField);
            Xml.children(xml, "objectPermissions").forEach(this::checkObject);
            var before = PermissionSetRows.find(rows, name);
            var effect = before.isEmpty()
                    ? Effect.CREATED
                    : new PermissionSetRows(org, rows, before.get()).holds(wanted) ? Effect.UNCHANGED : Effect.CHANGED;
            Runnable write = () -> PermissionSetRows.put(org, rows, wanted);
            return Component.of("PermissionSet", name, file, effect, effect == Effect.UNCHANGED ? () -> {} : write);
        } catch (ComponentException e) {
            return Component.failed("PermissionSet", name, file, e.problem());
        }
    }

    private void checkField(Element permission) {
        var field = Xml.childText(permission, "field").orElse("");
        if (!objects.willHave(field)) {
            throw new ComponentException("In field: field - no CustomField named " + field + " found");
        }
        if (objects.known(field).filter(known -> !known.isPermissionable()).isPresent()) {
            throw new ComponentException("You cannot deploy to a required field: " + field);
        }
    }

    private void checkObject(Element permission) {
        var object = Xml.childText(permission, "object").orElse("");
        if (!objects.willHaveObject(object)) {
            throw new ComponentException("In field: object - no CustomObject named " + object + " found");
        }
        boolean read = isTrue(permission, "allowRead");
        if (isTrue(permission, "allowEdit") && !read
                || isTrue(permission, "allowDelete") && !isTrue(permission, "allowEdit")
                || isTrue(permission, "viewAllRecords") && !read
                || isTrue(permission, "modifyAllRecords") && !isTrue(permission, "viewAllRecords")) {
            throw new ComponentException(
                    "Permission Modify All %1$s depends on permission(s): Read, Edit, Delete, View All %1$s"
                            .formatted(object));
        }
    }

    private static boolean isTrue(Element element, String name) {
        return Xml.childText(element, name).filter("true"::equals).isPresent();
    }
}
