package io.fairpatch.sandbox.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How objects describe themselves to clients. */
public final class Describe {
    private Describe() {}

    /**
     * One line of the list of objects.
     *
     * @param base path up to and including the API version
     */
    public static Map<String, Object> brief(ObjectType type, String base) {
        var answer = new LinkedHashMap<String, Object>();
        var url = base + "/sobjects/" + type.name();
        boolean custom = type.name().endsWith("__c");
        Stream.of(
                        "activateable",
                        "customSetting",
                        "deprecatedAndHidden",
                        "feedEnabled",
                        "hasSubtypes",
                        "isInterface",
                        "isSubtype",
                        "deepCloneable")
                .forEach(name -> answer.put(name, false));
        answer.put("name", type.name());
        answer.put("label", type.label());
        answer.put("labelPlural", type.labelPlural());
        answer.put("keyPrefix", type.keyPrefix());
        answer.put("custom", custom);
        answer.put("createable", type.createable());
        answer.put("updateable", type.updateable());
        answer.put("deletable", type.deletable());
        answer.put("undeletable", type.field("IsDeleted").isPresent());
        answer.put("mergeable", type.field("MasterRecordId").isPresent());
        answer.put("queryable", true);
        answer.put("replicateable", true);
        answer.put("retrieveable", true);
        answer.put("searchable", true);
        answer.put("layoutable", true);
        answer.put("triggerable", true);
        answer.put("mruEnabled", false);
        answer.put("associateEntityType", null);
        answer.put("associateParentEntity", null);
        answer.put("urls", urls(type, url));
        return answer;
    }

    private static Map<String, String> urls(ObjectType type, String url) {
        var urls = new TreeMap<String, String>();
        urls.put("sobject", url);
        urls.put("describe", url + "/describe");
        urls.put("rowTemplate", url + "/{ID}");
        if (Tabs.has(type) && !url.contains("/tooling/")) {
            Stream.of("approvalLayouts", "compactLayouts", "layouts")
                    .forEach(name -> urls.put(name, url + "/describe/" + name));
            Stream.of("listviews", "quickActions").forEach(name -> urls.put(name, url + "/" + name));
        }
        return urls;
    }

    /** All there is to know about one object. */
    public static Map<String, Object> full(ObjectType type, Schema schema, String base) {
        var answer = new LinkedHashMap<>(brief(type, base));
        answer.put("actionOverrides", List.of());
        answer.put("childRelationships", children(type, schema));
        answer.put("compactLayoutable", false);
        answer.put("defaultImplementation", null);
        answer.put("extendedBy", null);
        answer.put("extendsInterfaces", null);
        answer.put("fields", type.fields().stream().map(FieldDescribe::of).toList());
        answer.put("implementedBy", null);
        answer.put("implementsInterfaces", null);
        answer.put("listviewable", null);
        answer.put("lookupLayoutable", null);
        answer.put("namedLayoutInfos", List.of());
        answer.put("networkScopeFieldName", null);
        answer.put("recordTypeInfos", List.of(masterRecordType()));
        answer.put("searchLayoutable", true);
        answer.put("sobjectDescribeOption", "FULL");
        answer.put("supportedScopes", scopes(type));
        return answer;
    }

    private static List<Map<String, String>> scopes(ObjectType type) {
        var all = new TreeMap<>(Map.of("label", "All " + type.labelPlural(), "name", "everything"));
        return type.field("OwnerId").isEmpty()
                ? List.of(all)
                : List.of(all, new TreeMap<>(Map.of("label", "My " + type.labelPlural(), "name", "mine")));
    }

    static Map<String, Object> masterRecordType() {
        return new TreeMap<>(Map.of(
                "active", true,
                "available", true,
                "defaultRecordTypeMapping", true,
                "developerName", "Master",
                "master", true,
                "name", "Master",
                "recordTypeId", "012000000000000AAA"));
    }

    private static List<Map<String, Object>> children(ObjectType type, Schema schema) {
        return schema.objects().stream()
                .flatMap(child -> child.fields().stream()
                        .filter(field -> field.referenceTo().contains(type.name()))
                        .map(field -> child(child, field, type)))
                .toList();
    }

    private static Map<String, Object> child(ObjectType child, Field field, ObjectType parent) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("cascadeDelete", false);
        answer.put("childSObject", child.name());
        answer.put("deprecatedAndHidden", false);
        answer.put("field", field.name());
        answer.put("junctionIdListNames", List.of());
        answer.put("junctionReferenceTo", List.of());
        answer.put("relationshipName", ChildName.of(child, field, parent));
        answer.put("restrictedDelete", false);
        return answer;
    }
}
