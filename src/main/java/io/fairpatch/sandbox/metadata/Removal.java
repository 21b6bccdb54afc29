package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.metadata.Component.Effect;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.SetupRows;
import java.util.ArrayList;
import java.util.List;

/** What destructiveChanges.xml takes away. */
final class Removal {
    private final Org org;
    private final SetupRows rows;

    Removal(Org org, SetupRows rows) {
        this.org = org;
        this.rows = rows;
    }

    List<Component> plan(String file, PackageList list) {
        var components = new ArrayList<Component>();
        list.members().forEach((type, names) -> names.forEach(name -> components.add(one(file, type, name))));
        return components;
    }

    private Component one(String file, String type, String name) {
        return switch (type) {
            case "CustomField" -> field(file, name);
            case "CustomObject" -> object(file, name);
            case "PermissionSet" ->
                PermissionSetRows.find(rows, name)
                        .map(row -> deleted(type, name, file, new PermissionSetRows(org, rows, row)::remove))
                        .orElseGet(() -> absent(type, name, file));
            default -> deleted(type, name, file, () -> {});
        };
    }

    private Component field(String file, String fullName) {
        var object = fullName.replaceFirst("\\..*$", "");
        var name = fullName.substring(fullName.indexOf('.') + 1);
        var known = org.schema().object(object).flatMap(type -> type.field(name));
        if (known.isEmpty() || !known.get().isCustom()) {
            return absent("CustomField", fullName, file);
        }
        return deleted("CustomField", fullName, file, () -> {
            var type = org.schema().require(object);
            org.define(type.with(type.fields().stream()
                    .filter(field -> !field.name().equalsIgnoreCase(name))
                    .toList()));
            rows.find("FieldPermissions", row -> rows.text("FieldPermissions", row, "Field")
                            .equalsIgnoreCase(fullName))
                    .forEach(row -> rows.remove("FieldPermissions", row.id()));
        });
    }

    private Component object(String file, String name) {
        return name.endsWith("__c") && org.schema().object(name).isPresent()
                ? deleted("CustomObject", name, file, () -> org.schema().show(name, false))
                : absent("CustomObject", name, file);
    }

    private static Component deleted(String type, String name, String file, Runnable action) {
        return Component.of(type, name, file, Effect.DELETED, action);
    }

    /** To take away what is not there is no error, only a warning. */
    private static Component absent(String type, String name, String file) {
        return Component.of(type, name, file, Effect.UNCHANGED, () -> {});
    }
}
