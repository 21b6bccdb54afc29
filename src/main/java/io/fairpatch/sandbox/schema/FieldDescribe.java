package io.fairpatch.sandbox.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fields describe themselves to clients. */
final class FieldDescribe {
    private static final List<String> NEVER = List.of(
            "aiPredictionField",
            "autoNumber",
            "cascadeDelete",
            "caseSensitive",
            "dependentPicklist",
            "deprecatedAndHidden",
            "displayLocationInDecimal",
            "encrypted",
            "formulaTreatNullNumberAsZero",
            "highScaleNumber",
            "htmlFormatted",
            "polymorphicForeignKey",
            "queryByDistance",
            "restrictedDelete",
            "searchPrefilterable",
            "writeRequiresMasterRead");
    private static final List<String> UNKNOWN = List.of(
            "calculatedFormula",
            "controllerName",
            "defaultValue",
            "defaultValueFormula",
            "extraTypeInfo",
            "filteredLookupInfo",
            "mask",
            "maskType",
            "referenceTargetField",
            "relationshipOrder");

    private FieldDescribe() {}

    static Map<String, Object> of(Field field) {
        var answer = new LinkedHashMap<String, Object>();
        NEVER.forEach(name -> answer.put(name, false));
        UNKNOWN.forEach(name -> answer.put(name, null));
        putNames(field, answer);
        putType(field, answer);
        putRights(field, answer);
        return answer;
    }

    private static void putNames(Field field, Map<String, Object> answer) {
        answer.put("name", field.name());
        answer.put("label", field.label());
        answer.put("inlineHelpText", field.help());
        answer.put("custom", field.isCustom());
        answer.put("compoundFieldName", field.compound());
        answer.put("nameField", field.is(FieldFlag.NAME_FIELD));
        answer.put("namePointing", field.referenceTo().size() > 1);
        answer.put("polymorphicForeignKey", field.referenceTo().size() > 1);
        answer.put("referenceTo", field.referenceTo());
        answer.put("relationshipName", field.relationshipName());
    }

    private static void putType(Field field, Map<String, Object> answer) {
        var type = field.type();
        answer.put("type", type.label());
        answer.put("soapType", type.soapType());
        answer.put("length", type == FieldType.INT ? 0 : field.length());
        answer.put("byteLength", type == FieldType.INT ? 0 : field.length() * (type.isText() ? 3 : 1));
        answer.put("digits", type == FieldType.INT ? field.length() : 0);
        answer.put("precision", field.precision());
        answer.put("scale", field.scale());
        answer.put("calculated", field.is(FieldFlag.CALCULATED));
        answer.put("externalId", field.is(FieldFlag.EXTERNAL_ID));
        answer.put("idLookup", field.isIdLookup());
        answer.put("unique", field.is(FieldFlag.UNIQUE));
        answer.put("restrictedPicklist", field.is(FieldFlag.RESTRICTED_PICKLIST));
        answer.put(
                "picklistValues",
                field.picklist().stream().map(FieldDescribe::option).toList());
    }

    private static void putRights(Field field, Map<String, Object> answer) {
        boolean checkbox = field.type() == FieldType.BOOLEAN;
        answer.put("nillable", field.is(FieldFlag.NILLABLE) && !checkbox);
        answer.put("createable", field.is(FieldFlag.CREATEABLE));
        answer.put("updateable", field.is(FieldFlag.UPDATEABLE));
        answer.put("defaultedOnCreate", field.is(FieldFlag.DEFAULTED) || checkbox);
        answer.put("permissionable", field.isPermissionable());
        boolean several = field.type() == FieldType.MULTIPICKLIST;
        answer.put("filterable", field.isFilterable());
        answer.put("sortable", field.isShort() && !several);
        answer.put("aggregatable", field.isShort() && !several && !checkbox);
        answer.put("groupable", field.isGroupable());
    }

    private static Map<String, Object> option(String value) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("active", true);
        answer.put("defaultValue", false);
        answer.put("label", value);
        answer.put("validFor", null);
        answer.put("value", value);
        return answer;
    }
}
