package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads a custom field as metadata describes it. */
final class FieldXml {
    private static final Map<String, FieldType> TYPES = Map.ofEntries(
            Map.entry("Text", FieldType.STRING),
            Map.entry("AutoNumber", FieldType.STRING),
            Map.entry("TextArea", FieldType.TEXTAREA),
            Map.entry("LongTextArea", FieldType.TEXTAREA),
            Map.entry("Html", FieldType.TEXTAREA),
            Map.entry("Number", FieldType.DOUBLE),
            Map.entry("Currency", FieldType.CURRENCY),
            Map.entry("Percent", FieldType.PERCENT),
            Map.entry("Checkbox", FieldType.BOOLEAN),
            Map.entry("Date", FieldType.DATE),
            Map.entry("DateTime", FieldType.DATETIME),
            Map.entry("Picklist", FieldType.PICKLIST),
            Map.entry("MultiselectPicklist", FieldType.MULTIPICKLIST),
            Map.entry("Lookup", FieldType.REFERENCE),
            Map.entry("MasterDetail", FieldType.REFERENCE),
            Map.entry("Email", FieldType.EMAIL),
            Map.entry("Phone", FieldType.PHONE),
            Map.entry("Url", FieldType.URL));
    private static final Set<String> NEED_LENGTH = Set.of("Text", "LongTextArea", "Html");
    private static final int TEXT_AREA = 255;
    private static final int SHORT = 40;
    private static final int EMAIL = 80;
    private static final int MULTIPICKLIST = 4099;

    private final Element xml;
    private final String kind;

    private FieldXml(Element xml) {
        this.xml = xml;
        this.kind = text("type", "");
    }

    /** The field; its place in records is still open. */
    static Field read(Element xml) {
        return new FieldXml(xml).field();
    }

    private Field field() {
        var type = TYPES.get(kind);
        if (type == null) {
            throw new ComponentException("Unknown type name '" + kind + "' specified in the type of a CustomField");
        }
        var name = text("fullName", "");
        if (!name.matches("[A-Za-z](?!\\w*__\\w*__c)\\w{0,39}__c")) {
            throw new ComponentException("The field name must be an API name that ends in __c, not '" + name + "'");
        }
        var target = type == FieldType.REFERENCE ? text("referenceTo", "") : "";
        return new Field(
                name,
                text("label", name),
                type,
                length(),
                type.isDecimal() ? number("precision") : 0,
                type.isDecimal() ? number("scale") : 0,
                flags(type),
                target.isEmpty() ? List.of() : List.of(target),
                target.isEmpty() ? null : name.replaceFirst("__c$", "__r"),
                picklist(),
                null,
                help(),
                0);
    }

    private int length() {
        if (NEED_LENGTH.contains(kind)) {
            return number("length");
        }
        return switch (kind) {
            case "TextArea", "Picklist", "Url" -> TEXT_AREA;
            case "MultiselectPicklist" -> MULTIPICKLIST;
            case "Phone", "AutoNumber" -> SHORT;
            case "Email" -> EMAIL;
            case "Lookup", "MasterDetail" -> 18;
            default -> 0;
        };
    }

    private EnumSet<FieldFlag> flags(FieldType type) {
        var flags = EnumSet.noneOf(FieldFlag.class);
        boolean formula = Xml.childText(xml, "formula").isPresent();
        boolean required = text("required", "false").equals("true") || kind.equals("MasterDetail");
        if (!required && type != FieldType.BOOLEAN || formula) {
            flags.add(FieldFlag.NILLABLE);
        }
        if (formula || kind.equals("AutoNumber")) {
            flags.add(FieldFlag.CALCULATED);
        } else {
            flags.add(FieldFlag.CREATEABLE);
            flags.add(FieldFlag.UPDATEABLE);
        }
        if (text("externalId", "false").equals("true")) {
            flags.add(FieldFlag.EXTERNAL_ID);
        }
        if (text("unique", "false").equals("true")) {
            flags.add(FieldFlag.UNIQUE);
        }
        if (type == FieldType.BOOLEAN) {
            flags.add(FieldFlag.DEFAULTED);
        }
        if (Xml.find(xml, "restricted")
                .map(node -> node.getTextContent().strip().equals("true"))
                .orElse(false)) {
            flags.add(FieldFlag.RESTRICTED_PICKLIST);
        }
        return flags;
    }

    private List<String> picklist() {
        return Xml.descendants(xml, "value").stream()
                .map(value -> Xml.childText(value, "fullName").orElse(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private @Nullable String help() {
        return Xml.childText(xml, "inlineHelpText").orElse(null);
    }

    private int number(String name) {
        var text = text(name, "");
        if (!text.matches("\\d{1,6}")) {
            throw new ComponentException("Must specify '%s' for a CustomField of type %s".formatted(name, kind));
        }
        return Integer.parseInt(text);
    }

    private String text(String name, String otherwise) {
        return Xml.childText(xml, name).orElse(otherwise);
    }
}
