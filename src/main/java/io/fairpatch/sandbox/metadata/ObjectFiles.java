package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.metadata.Component.Effect;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.schema.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** The files of objects in a package: custom fields, and custom objects. */
final class ObjectFiles {
    private final Org org;
    private final PackageList list;
    private final Set<String> planned = new HashSet<>();

    ObjectFiles(Org org, PackageList list) {
        this.org = org;
        this.list = list;
    }

    List<Component> read(String file, byte[] content) throws IOException {
        var name = file.substring(file.indexOf('/') + 1).replaceFirst("\\.object$", "");
        var xml = Xml.read(new ByteArrayInputStream(content));
        var components = new ArrayList<Component>();
        boolean whole = list.names("CustomObject", name);
        if (whole) {
            components.add(object(name, file, xml));
        }
        for (var field : Xml.children(xml, "fields")) {
            var fullName = name + "." + Xml.childText(field, "fullName").orElse("");
            if (whole || list.names("CustomField", fullName)) {
                components.add(field(name, fullName, file, field));
            }
        }
        return components;
    }

    /** Whether the org has the field, or will have it after this package. */
    boolean willHave(String fullName) {
        return planned.contains(fullName.toLowerCase(Locale.ROOT))
                || known(fullName).isPresent();
    }

    /** Whether the org has the object, or will have it after this package. */
    boolean willHaveObject(String name) {
        return planned.contains(name.toLowerCase(Locale.ROOT))
                || org.schema().object(name).isPresent();
    }

    /** The field as the org has it now. */
    Optional<Field> known(String fullName) {
        int dot = fullName.indexOf('.');
        return org.schema()
                .object(fullName.substring(0, Math.max(dot, 0)))
                .flatMap(type -> type.field(fullName.substring(dot + 1)));
    }

    private Component object(String name, String file, Element xml) {
        if (org.schema().object(name).isPresent()) {
            return Component.of("CustomObject", name, file, Effect.UNCHANGED, () -> {});
        }
        if (!name.endsWith("__c")) {
            return Component.failed("CustomObject", name, file, "Cannot create standard object: " + name);
        }
        planned.add(name.toLowerCase(Locale.ROOT));
        return Component.of(
                "CustomObject", name, file, Effect.CREATED, () -> org.define(new ObjectXml(org, xml).object(name)));
    }

    private Component field(String object, String fullName, String file, Element xml) {
        try {
            if (!willHaveObject(object)) {
                throw new ComponentException("Object not found: " + object);
            }
            if (!fullName.endsWith("__c")) {
                return standard(fullName, file);
            }
            var field = FieldXml.read(xml);
            field.referenceTo().stream()
                    .filter(target -> !willHaveObject(target))
                    .findFirst()
                    .ifPresent(target -> {
                        throw new ComponentException(
                                "referenceTo value of '" + target + "' does not resolve to a valid sObject type");
                    });
            return sound(object, fullName, file, field);
        } catch (ComponentException e) {
            return Component.failed("CustomField", fullName, file, e.problem());
        }
    }

    /** A field that Salesforce made comes back from a retrieve by its name alone: nothing of it is to be changed. */
    private Component standard(String fullName, String file) {
        if (known(fullName).isEmpty()) {
            throw new ComponentException("Could not resolve standard field's name.");
        }
        return Component.of("CustomField", fullName, file, Effect.UNCHANGED, () -> {});
    }

    private Component sound(String object, String fullName, String file, Field field) {
        var before = known(fullName);
        planned.add(fullName.toLowerCase(Locale.ROOT));
        if (before.isPresent() && before.get().type() != field.type()) {
            throw new ComponentException("Cannot change the field type from %s to %s"
                    .formatted(before.get().type().label(), field.type().label()));
        }
        var effect = before.isEmpty()
                ? Effect.CREATED
                : before.get().at(0).equals(field.at(0)) ? Effect.UNCHANGED : Effect.CHANGED;
        return Component.of("CustomField", fullName, file, effect, () -> put(object, field));
    }

    private void put(String name, Field field) {
        var type = org.schema().require(name);
        var before = type.field(field.name());
        var fields = new ArrayList<>(type.fields());
        before.ifPresent(fields::remove);
        fields.add(field.at(before.map(Field::column).orElse(type.width())));
        org.define(type.with(fields));
    }
}
