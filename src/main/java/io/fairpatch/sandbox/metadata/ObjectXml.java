package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads a custom object as metadata describes it. */
final class ObjectXml {
    /** What every object has. */
    static final Set<String> SYSTEM = Set.of(
            "Id",
            "IsDeleted",
            "OwnerId",
            "CreatedDate",
            "CreatedById",
            "LastModifiedDate",
            "LastModifiedById",
            "SystemModstamp");

    private static final int NAME_LENGTH = 80;

    private final Org org;
    private final Element xml;

    ObjectXml(Org org, Element xml) {
        this.org = org;
        this.xml = xml;
    }

    /** The object with the fields that every object has; those of its own come one by one. */
    ObjectType object(String name) {
        var fields = new ArrayList<Field>();
        org.schema().require("Contact").fields().stream()
                .filter(field -> SYSTEM.contains(field.name()))
                .forEach(field -> fields.add(field.at(fields.size())));
        fields.add(nameField().at(fields.size()));
        var label = Xml.childText(xml, "label").orElse(name);
        var plural = Xml.childText(xml, "pluralLabel").orElse(label);
        return new ObjectType(name, label, plural, prefix(), "cud", "", fields);
    }

    private Field nameField() {
        var described = Xml.children(xml, "nameField").stream().findFirst();
        boolean numbered = described
                .flatMap(node -> Xml.childText(node, "type"))
                .filter("AutoNumber"::equals)
                .isPresent();
        var flags = EnumSet.of(FieldFlag.NAME_FIELD, FieldFlag.NILLABLE, FieldFlag.ID_LOOKUP);
        if (!numbered) {
            flags.addAll(Set.of(FieldFlag.CREATEABLE, FieldFlag.UPDATEABLE));
        }
        return Field.plain(
                "Name",
                described.flatMap(node -> Xml.childText(node, "label")).orElse("Name"),
                FieldType.STRING,
                NAME_LENGTH,
                flags);
    }

    private String prefix() {
        for (int number = 0; ; number++) {
            var prefix = "a%02d".formatted(number);
            if (org.schema().ofId(prefix).isEmpty()) {
                return prefix;
            }
        }
    }
}
