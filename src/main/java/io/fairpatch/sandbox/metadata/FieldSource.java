package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a field as metadata describes it; the other way round than {@link FieldXml}. */
final class FieldSource {
    private static final int TEXT_AREA = 255;

    private FieldSource() {}

    /** The elements of a field, after its name in alphabetical order, as the WSDL has them; of a standard one its name alone. */
    static String of(Field field) {
        var name = Xml.elements(Map.of("fullName", field.name()));
        if (!field.isCustom()) {
            return name;
        }
        var kind = kind(field);
        var all = new TreeMap<String, @Nullable Object>();
        all.put("externalId", field.is(FieldFlag.EXTERNAL_ID));
        if (field.help() != null) {
            all.put("inlineHelpText", field.help());
        }
        all.put("label", field.label());
        if (kind.equals("Text") || kind.equals("LongTextArea")) {
            all.put("length", field.length());
        }
        if (field.type().isDecimal()) {
            all.put("precision", field.precision());
            all.put("scale", field.scale());
        }
        if (field.type() == FieldType.REFERENCE) {
            all.put("referenceTo", field.referenceTo().get(0));
            all.put("relationshipName", field.name().replaceFirst("__c$", "s"));
        }
        if (field.type() == FieldType.BOOLEAN) {
            all.put("defaultValue", false);
        } else {
            all.put("required", !field.is(FieldFlag.NILLABLE));
        }
        all.put("type", kind);
        if (field.is(FieldFlag.UNIQUE)) {
            all.put("unique", true);
        }
        return name + Xml.elements(all) + values(field);
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case ID, STRING, COMBOBOX, ADDRESS, COMPLEXVALUE -> field.is(FieldFlag.CALCULATED) ? "AutoNumber" : "Text";
            case TEXTAREA -> field.length() > TEXT_AREA ? "LongTextArea" : "TextArea";
            case PICKLIST -> "Picklist";
            case MULTIPICKLIST -> "MultiselectPicklist";
            case PHONE -> "Phone";
            case EMAIL -> "Email";
            case URL -> "Url";
            case REFERENCE -> "Lookup";
            case BOOLEAN -> "Checkbox";
            case INT, DOUBLE -> "Number";
            case CURRENCY -> "Currency";
            case PERCENT -> "Percent";
            case DATE -> "Date";
            case DATETIME -> "DateTime";
        };
    }

    private static String values(Field field) {
        if (field.picklist().isEmpty()) {
            return "";
        }
        var values = new StringBuilder("<valueSet><restricted>")
                .append(field.is(FieldFlag.RESTRICTED_PICKLIST))
                .append("</restricted><valueSetDefinition><sorted>false</sorted>");
        field.picklist().forEach(value -> {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("fullName", value);
            entry.put("default", false);
            entry.put("label", value);
            values.append("<value>").append(Xml.elements(entry)).append("</value>");
        });
        return values.append("</valueSetDefinition></valueSet>").toString();
    }
}
