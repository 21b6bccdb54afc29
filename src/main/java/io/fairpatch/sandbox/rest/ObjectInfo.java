package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the UI API says about an object. */
final class ObjectInfo {
    private ObjectInfo() {}

    static Map<String, Object> brief(ObjectType type) {
        return Json.object("apiName", type.name(), "keyPrefix", type.keyPrefix(), "label", type.label());
    }

    static Map<String, @Nullable Object> of(ObjectType type) {
        var fields = new LinkedHashMap<String, Object>();
        type.fields().forEach(field -> fields.put(field.name(), field(field)));
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("apiName", type.name());
        answer.put("childRelationships", List.of());
        answer.put("createable", type.createable());
        answer.put("custom", type.name().endsWith("__c"));
        answer.put("defaultRecordTypeId", "012000000000000AAA");
        answer.put("deletable", type.deletable());
        answer.put("fields", fields);
        answer.put("keyPrefix", type.keyPrefix());
        answer.put("label", type.label());
        answer.put("labelPlural", type.labelPlural());
        var name = type.nameField();
        answer.put("nameFields", name == null ? List.of() : List.of(name.name()));
        answer.put("queryable", true);
        answer.put("updateable", type.updateable());
        return answer;
    }

    private static Map<String, @Nullable Object> field(Field field) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("apiName", field.name());
        answer.put("calculated", field.is(FieldFlag.CALCULATED));
        answer.put("createable", field.is(FieldFlag.CREATEABLE));
        answer.put("custom", field.isCustom());
        answer.put("dataType", dataType(field));
        answer.put("filterable", field.isFilterable());
        answer.put("inlineHelpText", field.help());
        answer.put("label", field.label());
        answer.put("length", field.length());
        answer.put("precision", field.precision());
        answer.put("reference", !field.referenceTo().isEmpty());
        answer.put(
                "referenceToInfos",
                field.referenceTo().stream()
                        .map(target -> Json.object("apiName", target, "nameFields", List.of("Name")))
                        .toList());
        answer.put("relationshipName", field.relationshipName());
        answer.put("required", field.isRequired());
        answer.put("scale", field.scale());
        answer.put("updateable", field.is(FieldFlag.UPDATEABLE));
        return answer;
    }

    private static String dataType(Field field) {
        return switch (field.type()) {
            case DATETIME -> "DateTime";
            case TEXTAREA -> "TextArea";
            case MULTIPICKLIST -> "MultiPicklist";
            case COMBOBOX -> "ComboBox";
            case ID,
                    STRING,
                    PICKLIST,
                    PHONE,
                    EMAIL,
                    URL,
                    REFERENCE,
                    BOOLEAN,
                    INT,
                    DOUBLE,
                    CURRENCY,
                    PERCENT,
                    DATE,
                    ADDRESS,
                    COMPLEXVALUE -> {
                var label = field.type().label();
                yield label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
            }
        };
    }
}
